import { useState } from 'preact/hooks';
import { api } from '../api';
import { level, percent } from '../format';
import { t, tOr } from '../i18n';
import { currentScenario, getState, look } from '../store';
import type { Route } from '../types';
import { nameOf, number, quoted, type Context, type View } from './context';
import { DataTable } from './DataTable';
import type { TableModel } from './table';

function table(context: Context): TableModel {
    return {
        columns: [
            { key: 'origin_name', title: t('trade.origin'), kind: 'text' },
            { key: 'destination_name', title: t('trade.destination'), kind: 'text' },
            { key: 'days_before', title: t('journeys.days-before'), kind: 'days' },
            { key: 'days_after', title: t('journeys.days-after'), kind: 'days' },
            { key: 'usd_teu_before', title: t('journeys.usd-before'), kind: 'level', unit: 'USD/TEU' },
            { key: 'usd_teu_after', title: t('journeys.usd-after'), kind: 'level', unit: 'USD/TEU' },
            { key: 'change_pct', title: t('journeys.change'), kind: 'pct', unit: '%', isNeutral: true },
            { key: 'status_text', title: t('journeys.status'), kind: 'text' },
        ],
        rows: [...(context.run.transport ?? [])]
            .sort((a, b) => number(a, 'change_pct') - number(b, 'change_pct'))
            .map(row => ({
                ...row,
                origin_name: nameOf(context, String(row['origin'])),
                destination_name: nameOf(context, String(row['destination'])),
                status_text: tOr(`way.${row['status']}`, String(row['status'])),
            })),
    };
}

interface Pair {
    readonly before: Route;
    readonly after: Route;
}

function RouteForm({ context }: { context: Context }) {
    const [found, setFound] = useState<Pair | null>(null);
    const [problem, setProblem] = useState('');
    const { from, to } = context.state;
    const ask = async (): Promise<void> => {
        setProblem('');
        try {
            const place = { from: getState().from, to: getState().to };
            const [before, after] = await Promise.all([
                api.route(place),
                api.route({ ...place, scenario: currentScenario() }),
            ]);
            setFound({ before, after });
        } catch (fault) {
            setFound(null);
            setProblem(fault instanceof Error ? fault.message : String(fault));
        }
    };
    return (
        <form
            class="route"
            onSubmit={event => {
                event.preventDefault();
                void ask();
            }}
        >
            <label>
                {t('journeys.from')}{' '}
                <input list="places" value={from} onInput={event => look({ from: event.currentTarget.value })} />
            </label>
            <label>
                {t('journeys.to')}{' '}
                <input list="places" value={to} onInput={event => look({ to: event.currentTarget.value })} />
            </label>
            <datalist id="places">
                {[...context.world.places]
                    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
                    .slice(0, 800)
                    .map(place => (
                        <option key={place.id} value={place.name} />
                    ))}
            </datalist>
            <button type="submit" class="primary">
                {t('journeys.find')}
            </button>
            {problem && (
                <p class="warning" role="alert">
                    {problem}
                </p>
            )}
            {found && (
                <div class="route-found" role="status">
                    <p>
                        <strong>
                            {t('journeys.summary', {
                                days: level(found.after.days, 1),
                                usd: level(found.after.cost_usd),
                                km: level(found.after.km),
                            })}
                        </strong>{' '}
                        {t('journeys.was', {
                            days: level(found.before.days, 1),
                            usd: level(found.before.cost_usd),
                            change: percent(100 * (found.after.days / found.before.days - 1), 1),
                        })}
                    </p>
                    <table class="facts">
                        <thead>
                            <tr>
                                <th scope="col">{t('journeys.leg')}</th>
                                <th scope="col">{t('journeys.mode')}</th>
                                <th scope="col" class="number">
                                    {t('unit.km')}
                                </th>
                                <th scope="col" class="number">
                                    {t('unit.days')}
                                </th>
                                <th scope="col" class="number">
                                    USD
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {found.after.legs.map((leg, i) => (
                                <tr key={i}>
                                    <th scope="row">
                                        {leg.from_name === leg.to_name
                                            ? leg.from_name
                                            : `${leg.from_name} – ${leg.to_name}`}
                                    </th>
                                    <td>
                                        {tOr(`step.${leg.step}`, leg.step)} · {tOr(`mode.${leg.mode}`, leg.mode)}
                                    </td>
                                    <td class="number">{leg.km ? level(leg.km) : ''}</td>
                                    <td class="number">{level(leg.days, 2)}</td>
                                    <td class="number">{level(leg.cost_usd)}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
        </form>
    );
}

const Shown = 40;

function Chart({ context, table: whole }: { context: Context; table: TableModel }) {
    const changed = whole.rows.filter(
        row => Math.abs(number(row, 'change_pct')) > 1e-9 || row['status'] !== 'connected',
    );
    return (
        <>
            {context.world.isLive && <RouteForm context={context} />}
            {changed.length > 0 ? (
                <>
                    <p class="note">
                        {t('journeys.changed', { n: changed.length, shown: Math.min(Shown, changed.length) })}
                    </p>
                    <DataTable
                        table={{ columns: whole.columns.slice(0, 7), rows: changed.slice(0, Shown) }}
                        label={t('view.journeys')}
                    />
                </>
            ) : (
                <p class="note">{t('journeys.none')}</p>
            )}
        </>
    );
}

export const journeys: View = {
    id: 'journeys',
    title: 'view.journeys',
    how: 'how.journeys',
    command: ({ state }) => `run FILE && ./caravan route ${quoted(state.from)} ${quoted(state.to)} --scenario FILE`,
    isTable: true,
    equations: ['min over ways of u + 100 T', "d^ = (1 + f u' + v T') / (1 + f u + v T)"],
    table,
    Chart,
};
