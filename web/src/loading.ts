import { ApiError, api } from './api';
import { noEdits } from './scenario';
import { fromFragment, type State } from './state';
import { begin, failed, getState, getWorld, requestSolve, solveOther, tell } from './store';
import { economiesOf } from './world';

const optional = <T>(promise: Promise<T>, empty: T): Promise<T> => promise.catch(() => empty);

/** The state of the address; a kept result brings its package and the baseline that made it. */
async function readAddress(): Promise<State> {
    const state = await fromFragment(location.hash, getState());
    if (state.saved === '') {
        return state;
    }
    // what is told if it is missing is told in the language of the address
    begin(state);
    const saved = await api.saved(state.saved).catch((fault: unknown) => {
        throw fault instanceof ApiError && fault.status === 404
            ? new ApiError(404, 'state.no-saved', [], 0)
            : fault;
    });
    tell({ saved });
    return {
        ...state,
        pack: '',
        own: saved.scenario,
        edits: noEdits,
        model: '',
        closure: '',
        baseline: saved.baseline.name,
    };
}

async function tellNames(): Promise<void> {
    const { baseline } = getState();
    const { saved } = getWorld();
    const [economies, levers, packs] = await Promise.all([
        // a server of later years may have another baseline; the kept result names its own economies
        saved ? optional(api.economies(baseline), economiesOf(saved.result, {})) : api.economies(baseline),
        api.levers(),
        api.packs(),
    ]);
    tell({ economies, levers, packs });
}

async function tellPack(): Promise<void> {
    const { pack } = getState();
    tell({ pack: pack ? await api.pack(pack) : null });
}

async function tellRest(): Promise<void> {
    const [projects, sectors] = await Promise.all([
        optional(api.projects(), null),
        optional(api.sectors(getState().baseline), []),
    ]);
    tell({ projects, sectors });
    const [baselines, passages, crossings, places] = await Promise.all([
        optional(api.baselines(), []),
        optional(api.network('passages'), null),
        optional(api.network('crossings'), null),
        optional(api.places(), []),
    ]);
    tell({ baselines, passages, crossings, places });
}

const painted = (): Promise<void> => new Promise(done => requestAnimationFrame(() => window.setTimeout(done)));

/** Loads what the page needs: first what the first picture shows, then the rest. Shows it once a result is asked for. */
export async function load(show: () => unknown = () => undefined): Promise<void> {
    try {
        begin(await readAddress());
        const solved = tellPack().then(() => {
            const asked = requestSolve();
            show();
            return asked;
        });
        await Promise.all([solved, tellNames()]);
        await painted();
        await tellRest();
        void solveOther();
    } catch (fault) {
        failed(fault);
        show();
    }
}

let isRailAsked = false;

/** Loads the railways once they are to be drawn; they are the largest part of the map. */
export function needRail(): void {
    if (!isRailAsked && getWorld().isLive) {
        isRailAsked = true;
        void optional(api.network('links', '?mode=rail'), null).then(rail => {
            isRailAsked = rail !== null;
            tell({ rail });
        });
    }
}

/** Asks whether the server is back. */
export function retry(): void {
    if (getWorld().phase === 'offline') {
        void api.alive().then(isAlive => {
            if (!isAlive) {
                window.setTimeout(retry, 3000);
            } else if (getWorld().levers.length === 0) {
                void load();
            } else {
                tell({ phase: 'computing' });
                void requestSolve();
            }
        });
    }
}
