import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { downloadPng, downloadSvg, downloadText, toCsv } from '../charts/export';
import { level, residual } from '../format';
import { t, tOr } from '../i18n';
import { toYaml } from '../scenario';
import { currentScenario, look } from '../store';
import type { ViewId } from '../state';
import { rowsOf, type Context, type View } from './context';
import { DataTable } from './DataTable';
import { offeredViews, viewOf } from './index';

interface DrawerProps {
    readonly context: Context;
    readonly view: View;
    readonly onClose: () => void;
}

/** How the numbers of a view were computed, and how to compute them again. */
function Drawer({ context, view, onClose }: DrawerProps): VNode {
    const { run } = context;
    const economies = rowsOf(run).length;
    const yaml = toYaml(currentScenario());
    return (
        <section class="drawer" aria-label={t('how.title')}>
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
            <pre lang="en">./caravan run package.yaml</pre>
            <div class="drawer-yaml">
                <pre lang="en" tabIndex={0}>
                    {yaml}
                </pre>
            </div>
            <button type="button" onClick={() => downloadText(yaml, 'package.yaml', 'application/yaml')}>
                {t('download.yaml')}
            </button>
        </section>
    );
}

/** A place on the page for one view, with its table, files and the way it was computed. */
export function Panel({
    slot,
    context,
    isStale,
}: {
    readonly slot: 0 | 1 | 2;
    readonly context: Context;
    readonly isStale: boolean;
}): VNode {
    const [isTable, setTable] = useState(false);
    const [isHow, setHow] = useState(false);
    const body = useRef<HTMLDivElement>(null);
    const view = viewOf(context.state.slots[slot]);
    const table = view.table(context);
    const picture = (): SVGSVGElement | null => body.current?.querySelector<SVGSVGElement>('svg.chart') ?? null;
    const choose = (id: ViewId): void => {
        const slots = [...context.state.slots] as [ViewId, ViewId, ViewId];
        slots[slot] = id;
        look({ slots });
    };
    const hasPicture = !isTable && !['members', 'trade', 'journeys'].includes(view.id);
    return (
        <section class={`panel${isStale ? ' is-stale' : ''}`} aria-label={t(view.title)}>
            <header class="panel-head">
                <h2 class="hidden">{t(view.title)}</h2>
                <select
                    class="panel-title"
                    value={view.id}
                    aria-label={t('panel.choose')}
                    onChange={event => choose(event.currentTarget.value as ViewId)}
                >
                    {[...new Set([...offeredViews(context.world.paths), view])].map(one => (
                        <option key={one.id} value={one.id}>
                            {t(one.title)}
                        </option>
                    ))}
                </select>
                <div class="panel-tools" role="group" aria-label={t('panel.tools')}>
                    <button type="button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
                        {t('panel.table')}
                    </button>
                    <button type="button" onClick={() => downloadText(toCsv(table), `${view.id}.csv`, 'text/csv')}>
                        CSV
                    </button>
                    {hasPicture && (
                        <button
                            type="button"
                            onClick={() => {
                                const svg = picture();
                                if (svg) {
                                    downloadSvg(svg, view.id);
                                }
                            }}
                        >
                            SVG
                        </button>
                    )}
                    {hasPicture && (
                        <button
                            type="button"
                            onClick={() => {
                                const svg = picture();
                                if (svg) {
                                    downloadPng(svg, view.id);
                                }
                            }}
                        >
                            PNG
                        </button>
                    )}
                    <button type="button" aria-expanded={isHow} onClick={() => setHow(!isHow)}>
                        {t('panel.how')}
                    </button>
                </div>
            </header>
            <div class="panel-body" ref={body} tabIndex={0} role="region" aria-label={t(view.title)}>
                {isTable ? (
                    <DataTable table={table} label={t(view.title)} onPick={code => look({ focus: code })} />
                ) : (
                    <view.Chart context={context} table={table} />
                )}
            </div>
            {isHow && <Drawer context={context} view={view} onClose={() => setHow(false)} />}
        </section>
    );
}
