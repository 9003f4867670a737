import type { Lines } from './api';
import type { Baseline, Economy, Issue, Lever, Pack, PackEntry, Place, Run, Saved, Sector } from './types';

export type Phase = 'loading' | 'computing' | 'ready' | 'not-converged' | 'bad' | 'busy' | 'offline';

/** What the server told, and where the page stands. */
export interface World {
    /** Whether a server can be asked; a report has its one result and nothing else. */
    readonly isLive: boolean;
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
    /** The kept result that was reopened last. */
    readonly saved: Saved | null;
    readonly lastMs: number;
}

export const emptyWorld: World = {
    isLive: true,
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
    saved: null,
    lastMs: 0,
};

/** The economies of a result, where nothing else tells them; with the codes that aggregates are made of. */
export const economiesOf = (run: Run, parts: Readonly<Record<string, readonly string[]>>): Economy[] =>
    (run.economies ?? []).map(row => ({
        economy: String(row['economy']),
        name: String(row['name']),
        region: String(row['region'] ?? ''),
        income_group: String(row['income_group'] ?? ''),
        landlocked: row['landlocked'] === true,
        belt_and_road_core: false,
        population: Number(row['population'] ?? 0),
        gdp_musd: Number(row['gdp_base_musd'] ?? 0),
        contains: parts[String(row['economy'])] ?? [],
    }));
