import { api } from './api';
import { currentScenario, shownKept, solveAnew, tellViews } from './store';
import type { Job } from './types';

export interface JobState {
    readonly job: Job;
    readonly isOld: boolean;
}

export type JobKind = 'decompose' | 'build' | 'share' | 'discuss';

const started = new Map<JobKind, { job: Job; scenario: string }>();

const scenarioKey = (): string => JSON.stringify(currentScenario());

/** The job of that kind that was started last, old once the package has changed; of a kept result, what it holds. */
export function jobOf(kind: JobKind): JobState | null {
    const kept = shownKept();
    if (kept) {
        const result = kept.answers?.[kind];
        return result ? { job: { id: '', kind, state: 'done', done: 0, total: 0, result }, isOld: false } : null;
    }
    const found = started.get(kind);
    return found ? { job: found.job, isOld: found.scenario !== scenarioKey() } : null;
}

/** Ids of the jobs whose answers belong to the package as it is. */
export function finishedJobs(): string[] {
    const key = scenarioKey();
    return [...started.values()].filter(one => one.job.state === 'done' && one.scenario === key).map(one => one.job.id);
}

function keep(kind: JobKind, job: Job, scenario: string): void {
    started.set(kind, { job, scenario });
    tellViews();
}

/** Starts a long computation; its progress and result show where the kind is looked at. */
export async function startJob(kind: JobKind): Promise<void> {
    if (shownKept()) {
        // what is computed now must not stand beside what another version or other data may have made
        solveAnew();
    }
    const scenario = currentScenario();
    const key = scenarioKey();
    const unknown: Job = { id: '', kind, state: 'waiting', done: 0, total: 0 };
    keep(kind, unknown, key);
    try {
        const job = await api.startJob(kind, scenario);
        keep(kind, job, key);
        const events = api.jobEvents(job.id);
        const read = async (): Promise<void> => {
            const now = await api.job(job.id);
            keep(kind, now, key);
            if (['done', 'failed', 'cancelled'].includes(now.state)) {
                events.close();
            }
        };
        const faulty = (fault: unknown): void => keep(kind, { ...job, state: 'failed', problem: String(fault) }, key);
        events.addEventListener('progress', event => {
            const told = JSON.parse(String((event as MessageEvent).data)) as Partial<Job>;
            keep(kind, { ...job, state: 'running', ...told }, key);
        });
        for (const name of ['done', 'failed', 'cancelled']) {
            events.addEventListener(name, () => void read().catch(faulty));
        }
        events.onerror = () => void read().catch(faulty);
    } catch (fault) {
        keep(
            kind,
            { ...unknown, state: 'failed', problem: fault instanceof Error ? fault.message : String(fault) },
            key,
        );
    }
}

export function stopJob(kind: JobKind): void {
    const found = started.get(kind);
    if (found?.job.id) {
        void api.stopJob(found.job.id).catch(() => undefined);
        keep(kind, { ...found.job, state: 'cancelled' }, found.scenario);
    }
}

export const jobResult = (kind: JobKind): unknown => jobOf(kind)?.job.result ?? null;
