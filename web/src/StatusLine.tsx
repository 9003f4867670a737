import type { VNode } from 'preact';
import { level, residual } from './format';
import { t, tOr } from './i18n';
import { dismiss, retry } from './store';
import type { World } from './world';

/** Where the page stands, in words: computing, stale, not converged, offline, or what the solution is worth. */
export function StatusLine({ world, isStale }: { readonly world: World; readonly isStale: boolean }): VNode {
    const { phase, run, issues } = world;
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
                {phase === 'bad' && (world.message || t('state.bad', { n: issues.length }))}
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
