import { ApiError, OfflineError, api } from './api';
import { effective, noEdits, toYaml } from './scenario';
import { retry } from './loading';
import { fromFragment, packageOf, startState, toFragment, type Package, type State } from './state';
import type { Saved, Scenario } from './types';
import { fieldsOf } from './views/needs';
import { emptyWorld, type World } from './world';

let state: State = startState;
let world: World = emptyWorld;
let shown: Shown = { state, world };
// the same list every time, so that nothing is painted anew for it
const noIssues = emptyWorld.issues;
const listeners = new Set<() => void>();
const past: Package[] = [];
const future: Package[] = [];
let dragStart: Package | null = null;
let origin: State = startState;

export const getState = (): State => state;
export const getWorld = (): World => world;
/** State and world as answers show them: between a movement and its answer they stay the same object. */
export const getShown = (): Shown => shown;
export const canUndo = (): boolean => past.length > 0;
export const canRedo = (): boolean => future.length > 0;

interface Shown {
    readonly state: State;
    readonly world: World;
}

export function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** The state that an address told; not a step of undo. */
export function begin(told: State): void {
    state = told;
    changed();
}

let painting = 0;
function paint(): void {
    cancelAnimationFrame(painting);
    painting = 0;
    listeners.forEach(listener => listener());
}

// The package or the progress of its solution; no answer is made of either.
function moved(): void {
    painting ||= requestAnimationFrame(paint);
}

function changed(): void {
    shown = { state, world };
    moved();
}

/**
 * Keeps what the server told, and paints it: once what follows is asked for, and before the next frame, which then has
 * nothing left but to show it.
 */
export function tell(part: Partial<World>): void {
    world = { ...world, ...part };
    shown = { state, world };
    window.setTimeout(paint);
}

/** Paints anew what stands outside of state and world: jobs. */
export const tellViews = (): void => changed();

let writing = 0;
function keepAddress(): void {
    clearTimeout(writing);
    writing = window.setTimeout(
        () =>
            void toFragment(state, origin).then(fragment =>
                history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search),
            ),
        150,
    );
}

/** Changes the view, not the package; not part of undo. */
export function look(part: Partial<Omit<State, keyof Package>>): void {
    state = { ...state, ...part };
    keepAddress();
    changed();
    if ('slots' in part || 'focus' in part || 'layers' in part) {
        void requestSolve();
    }
    if ('against' in part || 'slots' in part) {
        void solveOther();
    }
}

/** Changes the package. While a slider moves, `isMoving` keeps it one step of undo. */
export function act(part: Partial<Package>, isMoving = false): void {
    dragStart ??= packageOf(state);
    state = { ...state, saved: '', ...part };
    if (!isMoving) {
        past.push(dragStart);
        dragStart = null;
        future.length = 0;
        if (past.length > 200) {
            past.shift();
        }
        keepAddress();
    }
    moved();
    void requestSolve();
}

/** Ends the movement of a slider: the whole of it is one step of undo. */
export function settle(): void {
    if (dragStart) {
        act({});
    }
}

function stepTo(from: Package[], into: Package[]): void {
    const next = from.pop();
    if (next) {
        into.push(packageOf(state));
        const isOtherPack = next.pack !== state.pack;
        state = { ...state, ...next };
        keepAddress();
        moved();
        void (isOtherPack ? openPack() : Promise.resolve()).then(requestSolve).catch(failed);
    }
}

export const undo = (): void => stepTo(past, future);
export const redo = (): void => stepTo(future, past);

/** Goes back before the last change and makes it again, so that its effect is seen. */
export function replay(): void {
    if (canUndo()) {
        undo();
        window.setTimeout(redo, 1500);
    }
}

export const startScenario = (): Scenario => state.own ?? world.pack?.scenario ?? { actions: [] };
export const currentScenario = (): Scenario => effective(startScenario(), state.edits, state);
export const isStale = (): boolean => world.solved !== '' && world.solved !== scenarioKey();
const scenarioKey = (): string => JSON.stringify(currentScenario());

let solving: Promise<void> | null = null;
let again = false;
let lastAsked = '';

/** Solves what is on the page now. One request at a time; what changes meanwhile is solved right after. */
export function requestSolve(): Promise<void> {
    if (!world.isLive || (!world.pack && !state.own)) {
        return Promise.resolve();
    }
    const kept = shownKept();
    if (kept) {
        showKept(kept);
        return Promise.resolve();
    }
    if (solving) {
        again = true;
        return solving;
    }
    const scenario = currentScenario();
    const key = JSON.stringify(scenario);
    const { fields, flows } = fieldsOf(state, world.run);
    const asked = `${key}/${fields.join()}/${JSON.stringify(flows)}`;
    if (asked === lastAsked && world.phase === 'ready') {
        return Promise.resolve();
    }
    const began = performance.now();
    world = { ...world, phase: world.run ? 'computing' : 'loading' };
    moved();
    const token = world.run?.warm_start;
    solving = api
        .solve({
            scenario,
            fields,
            ...(token ? { warm_start: token } : {}),
            ...(flows ? { flows } : {}),
        })
        .then(run => {
            lastAsked = asked;
            const ms = performance.now() - began;
            if (run.status === 'converged') {
                tell({ run, solved: key, phase: 'ready', message: '', issues: noIssues, lastMs: ms });
                // what a view asks for may depend on the result, such as the flows of its members
                again = true;
            } else {
                tell({ phase: 'not-converged', message: run.status, issues: noIssues, lastMs: ms });
            }
        })
        .catch(failed)
        .finally(() => {
            solving = null;
            if (again) {
                again = false;
                void requestSolve();
            }
        });
    return solving;
}

/** The kept result that the page is to show, until something of it changes. */
export const shownKept = (): Saved | null =>
    state.saved !== '' && world.saved?.id === state.saved ? world.saved : null;

/** Shows a kept result as it was, without solving anything. */
function showKept(saved: Saved): void {
    lastAsked = '';
    tell({ run: saved.result, solved: scenarioKey(), phase: 'ready', message: '', issues: noIssues });
}

/** Leaves the kept result and solves its package with the program and the data of now; undo comes back to it. */
export const solveAnew = (): void => act({});

/** What a file of the package for the command line holds. */
export const yamlNow = (): string => (world.isLive || !world.pack ? toYaml(currentScenario()) : world.pack.yaml);

/** Shows one result that came with the page; nothing is asked of a server. */
export async function showBaked(part: Partial<World>, start: State): Promise<void> {
    origin = start;
    state = await fromFragment(location.hash, start);
    tell({ ...part, isLive: false, phase: 'ready', solved: '' });
}

/** Tells what went wrong, and tries again where that may help. */
export function failed(fault: unknown): void {
    lastAsked = '';
    if (fault instanceof OfflineError) {
        tell({ phase: 'offline', message: '', issues: noIssues });
        window.setTimeout(retry, 3000);
    } else if (fault instanceof ApiError && (fault.status === 429 || fault.status === 503)) {
        tell({ phase: 'busy', message: '', issues: noIssues });
        window.setTimeout(requestSolve, 1000 * Math.max(1, fault.retryAfter));
    } else if (fault instanceof ApiError) {
        tell({ phase: 'bad', message: fault.message, issues: fault.issues });
    } else {
        tell({ phase: 'bad', message: String(fault), issues: noIssues });
    }
}

/** Solves what the package is compared with, where that is on the page. */
export async function solveOther(): Promise<void> {
    if (!state.slots.includes('compare')) {
        return;
    }
    try {
        const scenario = state.against === 'start' ? startScenario() : (await api.pack(state.against)).scenario;
        tell({ otherRun: await api.solve({ scenario, fields: ['economies'] }) });
    } catch (fault) {
        failed(fault);
    }
}

async function openPack(): Promise<void> {
    if (state.pack && state.pack !== world.pack?.name) {
        tell({ pack: await api.pack(state.pack) });
        await solveOther();
    }
}

/** Begins anew with a pack. */
export function choosePack(name: string): void {
    act({ pack: name, own: null, edits: noEdits, model: '', closure: '' });
    void openPack().then(requestSolve).catch(failed);
}

/** Begins anew with a scenario of the user's own. */
export function openOwn(own: Scenario): void {
    act({ pack: '', own, edits: noEdits, model: '', closure: '' });
    void solveOther();
}

/** A YAML file that was dropped: its problems, or none once it is open. */
export async function openYaml(text: string): Promise<void> {
    try {
        const checked = await api.check(text);
        if (!checked.ok || !checked.scenario) {
            tell({ phase: 'bad', message: '', issues: checked.issues });
            return;
        }
        openOwn(checked.scenario);
    } catch (fault) {
        failed(fault);
    }
}

export const dismiss = (): void => tell({ phase: world.run ? 'ready' : 'loading', issues: noIssues, message: '' });
