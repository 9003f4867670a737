import type { FeatureCollection, Geometry } from 'geojson';
import { withRows } from './rows';
import type {
    Baseline,
    Economy,
    Issue,
    Job,
    Lever,
    MapItem,
    Pack,
    PackEntry,
    Place,
    Route,
    Run,
    Saved,
    Scenario,
    Sector,
} from './types';

/** The server said no: what was wrong, in its words. */
export class ApiError extends Error {
    constructor(
        readonly status: number,
        title: string,
        readonly issues: readonly Issue[],
        readonly retryAfter: number,
    ) {
        super(title);
    }
}

/** No answer came: the server is not there or the network is down. */
export class OfflineError extends Error {}

const Root = 'api/v1';

async function send(path: string, init?: RequestInit): Promise<Response> {
    let response: Response;
    try {
        response = await fetch(`${Root}/${path}`, init);
    } catch (fault) {
        if (fault instanceof DOMException && fault.name === 'AbortError') {
            throw fault;
        }
        throw new OfflineError(String(fault));
    }
    if (response.ok) {
        return response;
    }
    if (response.status === 502 || response.status === 504) {
        throw new OfflineError(`HTTP ${response.status}`);
    }
    const problem = (await response.json().catch(() => ({}))) as {
        title?: string;
        detail?: string;
        issues?: Issue[];
    };
    const title = problem.detail ?? problem.title ?? `HTTP ${response.status}`;
    throw new ApiError(
        response.status,
        title,
        problem.issues ?? [],
        Number(response.headers.get('Retry-After') ?? 0),
    );
}

async function get<T>(path: string): Promise<T> {
    return (await (await send(path)).json()) as T;
}

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    const init: RequestInit = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
    };
    return (await (await send(path, signal ? { ...init, signal } : init)).json()) as T;
}

export type Lines = FeatureCollection<Geometry, MapItem>;
export type NetworkLayer = 'links' | 'crossings' | 'ports' | 'passages' | 'cities';

/** Which flows are wanted: summed over sectors. */
export interface FlowFilter {
    readonly origins: readonly string[];
    readonly destinations?: readonly string[];
    readonly total: true;
}

export interface SolveRequest {
    readonly scenario: Scenario;
    readonly model?: string;
    readonly closure?: string;
    readonly fields: readonly string[];
    readonly warm_start?: string;
    readonly flows?: FlowFilter;
}

export interface RouteRequest {
    readonly from: string;
    readonly to: string;
    readonly mode?: string;
    readonly scenario?: Scenario;
}

export const api = {
    baselines: () => get<Baseline[]>('baselines'),
    economies: (baseline: string) => get<Economy[]>(`baselines/${encodeURIComponent(baseline)}/economies`),
    sectors: (baseline: string) => get<Sector[]>(`baselines/${encodeURIComponent(baseline)}/sectors`),
    packs: () => get<PackEntry[]>('packs'),
    pack: (name: string) => get<Pack>(`packs/${encodeURIComponent(name)}`),
    levers: () => get<Lever[]>('levers'),
    network: (layer: NetworkLayer, query = '') => get<Lines>(`network/${layer}${query}`),
    projects: () => get<Lines>('projects'),
    places: async (): Promise<Place[]> => (await get<Lines>('network/cities')).features.map(f => f.properties),
    check: (yaml: string) => post<{ ok: boolean; issues: Issue[]; scenario?: Scenario }>('check', { yaml }),
    solve: async (request: SolveRequest, signal?: AbortSignal): Promise<Run> =>
        withRows(await post<Record<string, unknown>>('solve', { ...request, rows: 'arrays' }, signal)),
    route: (request: RouteRequest, signal?: AbortSignal) => post<Route>('route', request, signal),
    startJob: (kind: string, scenario: Scenario) => post<Job>('jobs', { kind, scenario }),
    job: (id: string) => get<Job>(`jobs/${encodeURIComponent(id)}`),
    jobEvents: (id: string) => new EventSource(`${Root}/jobs/${encodeURIComponent(id)}/events`),
    stopJob: (id: string) => send(`jobs/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    save: (scenario: Scenario, title: string, flows: FlowFilter | null, jobs: readonly string[]) =>
        post<{ id: string }>('saved', { scenario, title, jobs, ...(flows ? { flows } : {}) }),
    saved: (id: string) => get<Saved>(`saved/${encodeURIComponent(id)}`),
    bundle: async (scenario: Scenario, file?: string): Promise<Blob> => {
        const body = JSON.stringify(file ? { scenario, file } : { scenario });
        return await (
            await send('bundle', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body,
            })
        ).blob();
    },
    alive: () =>
        get<unknown>('baselines').then(
            () => true,
            () => false,
        ),
};
