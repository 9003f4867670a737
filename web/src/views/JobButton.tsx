import type { VNode } from 'preact';
import { count } from '../format';
import { t } from '../i18n';
import { jobOf, startJob, stopJob, type JobKind } from '../jobs';

/** Starts a long computation and says where it stands. */
export function JobButton({ kind }: { kind: JobKind }): VNode {
    const found = jobOf(kind);
    const isRunning = found !== null && ['waiting', 'queued', 'running'].includes(found.job.state);
    return (
        <div class="job" role="status">
            {isRunning && found ? (
                <>
                    <progress value={found.job.done} max={found.job.total || 1} aria-label={t('job.running')} />
                    <span>
                        {found.job.total > 0
                            ? t('job.progress', { done: count(found.job.done), total: count(found.job.total) })
                            : t('job.waiting')}
                    </span>
                    <button type="button" onClick={() => stopJob(kind)}>
                        {t('job.stop')}
                    </button>
                </>
            ) : (
                <button
                    type="button"
                    class={found?.job.state === 'done' && !found.isOld ? 'quiet-button' : 'primary'}
                    onClick={() => void startJob(kind)}
                >
                    {found ? t('job.again') : t('job.start')}
                </button>
            )}
            {found?.job.state === 'failed' && (
                <span class="warning">
                    {t('job.failed')} {found.job.problem}
                </span>
            )}
            {found?.job.state === 'cancelled' && <span>{t('job.cancelled')}</span>}
            {found?.job.state === 'done' && found.isOld && <span class="warning">{t('job.old')}</span>}
        </div>
    );
}
