import type { Lines } from './api';
import type { Baseline, Economy, Issue, Lever, Pack, PackEntry, Place, Run, Sector } from './types';

export type Phase = 'loading' | 'computing' | 'ready' | 'not-converged' | 'bad' | 'busy' | 'offline';

/** What the server told, and where the page stands. */
export interface World {
    readonly baselines: readonly Baseline[];
    readonly economies: readonly Economy[];
    readonly sectors: readonly Sector[];
    readonly packs: readonly PackEntry[];
    readonly levers: readonly Lever[];
    readonly places: readonly Place[];
    readonly projects: Lines | null;
    readonly crossings: Lines | null;
    readonly passages: Lines | null;
    readonly rail: Lines | null;
    readonly pack: Pack | null;
    readonly phase: Phase;
    readonly message: string;
    readonly issues: readonly Issue[];
    /** The last result that converged; shown as stale while `solved` is not the scenario of now. */
    readonly run: Run | null;
    readonly solved: string;
    readonly otherRun: Run | null;
    readonly lastMs: number;
    /** Paths that the server's description names; longer procedures are offered where it has them. */
    readonly paths: readonly string[];
}

export const emptyWorld: World = {
    baselines: [],
    economies: [],
    sectors: [],
    packs: [],
    levers: [],
    places: [],
    projects: null,
    crossings: null,
    passages: null,
    rail: null,
    pack: null,
    phase: 'loading',
    message: '',
    issues: [],
    run: null,
    solved: '',
    otherRun: null,
    lastMs: 0,
    paths: [],
};
