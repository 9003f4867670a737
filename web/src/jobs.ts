import { api } from './api';
import { currentScenario, tellViews } from './store';
import type { Job } from './types';

export interface JobState {
    readonly job: Job;
    readonly scenario: string;
    readonly isOld: boolean;
}

export type JobKind = 'decompose' | 'build' | 'share' | 'discuss';

const started = new Map<JobKind, { job: Job; scenario: string }>();

/** The job of that kind that was started last; old once the package has changed. */
export function jobOf(kind: JobKind): JobState | null {
    const found = started.get(kind);
    return found ? { ...found, isOld: found.scenario !== JSON.stringify(currentScenario()) } : null;
}

function keep(kind: JobKind, job: Job, scenario: string): void {
    started.set(kind, { job, scenario });
    tellViews();
}

/** Starts a long computation; its progress and result show where the kind is looked at. */
export async function startJob(kind: JobKind): Promise<void> {
    const scenario = currentScenario();
    const key = JSON.stringify(scenario);
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

export const jobResult = (kind: JobKind): unknown => started.get(kind)?.job.result ?? null;
