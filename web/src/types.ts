// What the HTTP API under /api/v1 answers; names as in docs/results.md.
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** Rows under the names of their columns, as the server and a report write them. */
export interface Table {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
}

export interface Baseline {
    readonly name: string;
    readonly economies: number;
    readonly sectors: number;
    readonly hash: string;
}

export interface Economy {
    readonly economy: string;
    readonly name: string;
    readonly region: string;
    readonly income_group: string;
    readonly landlocked: boolean;
    readonly belt_and_road_core: boolean;
    readonly population: number;
    readonly gdp_musd: number;
    readonly sets?: readonly string[];
    readonly contains?: readonly string[];
    readonly lon?: number | null;
    readonly lat?: number | null;
}

export interface Sector {
    readonly sector: string;
    readonly name: string;
    readonly is_service: boolean;
}

export interface PackEntry {
    readonly name: string;
    readonly title: string;
    readonly summary?: string;
    readonly members?: readonly string[];
    readonly actions?: readonly string[];
}

/** A value in a scenario file: text such as "-50%", a number, a switch, a list, or a mapping. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | { readonly [key: string]: Yaml };

export interface Action {
    readonly id: string;
    readonly lever: string;
    readonly [key: string]: Yaml;
}

export interface Scenario {
    readonly name?: string;
    readonly members?: Yaml;
    readonly actions?: readonly Action[];
    readonly [key: string]: Yaml | undefined;
}

export interface Pack {
    readonly name: string;
    readonly scenario: Scenario;
    readonly yaml: string;
}

export type LeverGroup = 'policy' | 'connectivity' | 'trade' | 'finance' | 'people';
export type FieldKind =
    | 'economies'
    | 'sectors'
    | 'rate'
    | 'change'
    | 'points'
    | 'days'
    | 'table'
    | 'projects'
    | 'passages'
    | 'crossings'
    | 'mode'
    | 'link';

export interface LeverField {
    readonly name: string;
    readonly kind: string;
    readonly need?: string;
    readonly minimum?: number | null;
    readonly maximum?: number | null;
    readonly default?: number | null;
    readonly default_text?: string | null;
    readonly source?: string | null;
    readonly meaning: string;
    readonly words?: readonly string[];
}

export interface Lever {
    readonly lever: string;
    readonly group: LeverGroup;
    readonly title?: string;
    readonly mechanism: string;
    readonly equation: string;
    readonly enters?: string;
    readonly compounding?: string;
    readonly example?: string;
    readonly unit?: string | null;
    readonly fields: readonly LeverField[];
}

export interface Issue {
    readonly file?: string | null;
    readonly line?: number | null;
    readonly problem: string;
    readonly repair?: string | null;
    readonly action?: string | null;
    readonly field?: string | null;
}

export type Status = 'converged' | 'iteration-limit' | 'not-finite' | 'no-equilibrium';

export interface Run {
    readonly caravan: string;
    readonly status: Status;
    readonly iterations: number;
    readonly residual: number;
    readonly scenario: { readonly name: string; readonly hash: string };
    readonly baseline: { readonly name: string; readonly hash: string };
    readonly options: { readonly model: string; readonly closure: string; readonly elasticities: string };
    readonly timings?: { readonly load_ms: number; readonly compile_ms: number; readonly solve_ms: number };
    readonly estimated_trade_pct: number | null;
    readonly warm_start?: string | null;
    readonly economies?: readonly Row[];
    readonly groups?: readonly Row[];
    readonly inequality?: readonly Row[];
    readonly sectors?: readonly Row[];
    readonly transport?: readonly Row[];
    readonly links?: readonly Row[];
    readonly decomposition?: readonly Row[];
    readonly flows?: readonly Row[];
}

export interface RouteLeg {
    readonly step: string;
    readonly mode: string;
    readonly from_name: string;
    readonly to_name: string;
    readonly km: number;
    readonly days: number;
    readonly cost_usd: number;
}

export interface Route {
    readonly from: string;
    readonly to: string;
    readonly km: number;
    readonly days: number;
    readonly cost_usd: number;
    readonly borders: number;
    readonly legs: readonly RouteLeg[];
}

export interface Place {
    readonly id: string;
    readonly name: string;
    readonly economy?: string;
    readonly population?: number;
}

export interface MapItem extends Place {
    readonly mode?: string;
    readonly corridor?: string;
    readonly economies?: readonly string[] | string;
    readonly economy_a?: string;
    readonly economy_b?: string;
    readonly status?: string;
    readonly cost_musd?: number | null;
    readonly km?: number | null;
    readonly start_year?: number | null;
    readonly end_year?: number | null;
    readonly source?: string | null;
    readonly note?: string | null;
    readonly road_hours?: number | null;
    readonly rail_hours?: number | null;
    readonly hours?: number | null;
}

export interface Job {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly done: number;
    readonly total: number;
    readonly problem?: string | null;
    readonly result?: unknown;
}

/** A result as it was kept, with what made it and what this server would make it with now. */
export interface Saved {
    readonly id: string;
    readonly title: string;
    readonly caravan: string;
    readonly created: string;
    readonly baseline: { readonly name: string; readonly hash: string };
    readonly same_version: boolean;
    readonly same_data: boolean;
    readonly now: { readonly caravan: string; readonly baseline_hash: string | null };
    readonly scenario: Scenario;
    readonly result: Run;
    /** Answers of long computations by their kind; older servers kept none. */
    readonly answers?: Readonly<Record<string, unknown>>;
}
