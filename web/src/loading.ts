import { ApiError, api } from './api';
import { t } from './i18n';
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
            ? new ApiError(404, t('state.no-saved'), [], 0)
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

/** Loads what the page needs: first what the first picture shows, then the rest. */
export async function load(): Promise<void> {
    try {
        begin(await readAddress());
        const state = getState();
        const { saved } = getWorld();
        const [economies, levers, packs, pack] = await Promise.all([
            // a server of later years may have another baseline; the kept result names its own economies
            saved
                ? optional(api.economies(state.baseline), economiesOf(saved.result, {}))
                : api.economies(state.baseline),
            api.levers(),
            api.packs(),
            state.pack ? api.pack(state.pack) : null,
        ]);
        tell({ economies, levers, packs, pack });
        requestSolve();
        const [projects, sectors] = await Promise.all([
            optional(api.projects(), null),
            optional(api.sectors(state.baseline), []),
        ]);
        tell({ projects, sectors });
        const [baselines, passages, crossings, places] = await Promise.all([
            optional(api.baselines(), []),
            optional(api.network('passages'), null),
            optional(api.network('crossings'), null),
            optional(api.places(), []),
        ]);
        tell({ baselines, passages, crossings, places });
        void solveOther();
    } catch (fault) {
        failed(fault);
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
                requestSolve();
            }
        });
    }
}
