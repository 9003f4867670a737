import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { downloadText } from '../charts/export';
import { level, residual } from '../format';
import { t, tOr } from '../i18n';
import { yamlNow } from '../store';
import { rowsOf, type Context, type View } from './context';

interface DrawerProps {
    readonly context: Context;
    readonly view: View;
    readonly onClose: () => void;
}

/** How the numbers of a view were computed, and how to compute them again. */
export function Drawer({ context, view, onClose }: DrawerProps): VNode {
    const { run } = context;
    const economies = rowsOf(run).length;
    const yaml = yamlNow();
    const file = context.world.isLive ? 'package.yaml' : 'scenario.yaml';
    const command = view.command?.(context) ?? `${view.job ?? 'run'} FILE`;
    const box = useRef<HTMLElement>(null);
    useEffect(() => box.current?.focus({ preventScroll: true }), []);
    return (
        <section
            class="drawer"
            aria-label={t('how.title')}
            ref={box}
            tabIndex={-1}
            onKeyDown={event => {
                if (event.key === 'Escape') {
                    event.stopPropagation();
                    onClose();
                }
            }}
        >
            <header>
                <h4>{t('how.title')}</h4>
                <button type="button" class="close" onClick={onClose} aria-label={t('close')}>
                    ×
                </button>
            </header>
            <p>{t(view.how)}</p>
            <pre lang="en">{view.equations.join('\n')}</pre>
            <dl>
                <dt>{t('how.model')}</dt>
                <dd>
                    {tOr(`model.${run.options.model}`, run.options.model)};{' '}
                    {tOr(`closure.${run.options.closure}`, run.options.closure)}; {t('how.elasticities')}{' '}
                    {run.options.elasticities}
                </dd>
                <dt>{t('how.data')}</dt>
                <dd>
                    {run.baseline.name} <code>{run.baseline.hash.slice(0, 8)}</code>,{' '}
                    {t('how.economies', { n: economies })}
                </dd>
                <dt>{t('how.estimated')}</dt>
                <dd>{t('how.estimated-share', { pct: level(run.estimated_trade_pct, 0) })}</dd>
                <dt>{t('how.solution')}</dt>
                <dd>{t('how.converged', { residual: residual(run.residual), n: run.iterations })}</dd>
                <dt>{t('how.version')}</dt>
                <dd>
                    Caravan {run.caravan}; {t('how.scenario')} <code>{run.scenario.hash.slice(0, 8)}</code>
                </dd>
            </dl>
            <h4>{t('how.command')}</h4>
            <pre lang="en">{`./caravan ${command.replaceAll('FILE', file)}`}</pre>
            <div class="drawer-yaml">
                <pre lang="en" tabIndex={0}>
                    {yaml}
                </pre>
            </div>
            <button type="button" onClick={() => downloadText(yaml, file, 'application/yaml')}>
                {t('download.yaml')}
            </button>
        </section>
    );
}
