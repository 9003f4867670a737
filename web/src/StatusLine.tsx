import type { VNode } from 'preact';
import { day, level, residual } from './format';
import { t, tOr } from './i18n';
import { retry } from './loading';
import { dismiss, solveAnew } from './store';
import type { Saved } from './types';
import type { World } from './world';

/** That a kept result is shown, what made it, and whether this server would make the same. */
function Kept({ saved }: { readonly saved: Saved }): VNode {
    const isSame = saved.same_version && saved.same_data;
    return (
        <p class={isSame ? 'kept' : 'kept differs'} role="status">
            {t('state.kept', {
                date: day(saved.created),
                version: saved.caravan,
                baseline: saved.baseline.name,
                hash: saved.baseline.hash.slice(0, 8),
            })}
            {'. '}
            {!isSame &&
                t('state.kept-differs', {
                    version: saved.now.caravan,
                    hash: saved.now.baseline_hash?.slice(0, 8) ?? t('state.kept-no-data'),
                })}
            <button type="button" onClick={solveAnew}>
                {t('state.solve-anew')}
            </button>
        </p>
    );
}

/** Where the page stands, in words: computing, stale, not converged, offline, or what the solution is worth. */
export function StatusLine({ world, isStale }: { readonly world: World; readonly isStale: boolean }): VNode {
    const { phase, run, issues, saved } = world;
    const isLoud = phase === 'bad' || phase === 'offline' || phase === 'not-converged' || phase === 'busy';
    return (
        <div class={`status${isLoud ? ' loud' : ''}`} data-phase={phase}>
            <p role="status" aria-live="polite">
                <span class={`dot dot-${phase}`} aria-hidden="true" />
                {phase === 'loading' && t('state.loading')}
                {phase === 'computing' && t('state.computing')}
                {phase === 'offline' && t('state.offline')}
                {phase === 'busy' && t('state.busy')}
                {phase === 'not-converged' &&
                    t('state.not-converged', { status: tOr(`solve.${world.message}`, world.message) })}
                {phase === 'bad' && (tOr(world.message, world.message) || t('state.bad', { n: issues.length }))}
                {phase === 'ready' &&
                    run &&
                    t('state.ready', { residual: residual(run.residual), n: run.iterations })}
                {isLoud && isStale && run && ` ${t('state.stale')}`}
                {phase === 'offline' && (
                    <button type="button" onClick={retry}>
                        {t('state.retry')}
                    </button>
                )}
                {phase === 'bad' && (
                    <button type="button" onClick={dismiss}>
                        {t('close')}
                    </button>
                )}
            </p>
            {run && (
                <p class="provenance">
                    {run.baseline.name} <code>{run.baseline.hash.slice(0, 8)}</code> ·{' '}
                    {tOr(`model.${run.options.model}`, run.options.model)}
                    {' · '}
                    <span class="estimated">{t('state.estimated', { pct: level(run.estimated_trade_pct, 0) })}</span>
                </p>
            )}
            {saved && run === saved.result && <Kept saved={saved} />}
            {issues.length > 0 && (
                <ul class="issues" role="alert">
                    {issues.map((issue, i) => (
                        <li key={i}>
                            {issue.line ? (
                                <code>
                                    {issue.file}:{issue.line}
                                </code>
                            ) : null}{' '}
                            {issue.problem}
                            {issue.repair ? `; ${issue.repair}` : ''}
                        </li>
                    ))}
                </ul>
            )}
        </div>
    );
}
