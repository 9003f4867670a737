import { Bars, type Bar } from '../charts/Bars';
import { change, digitsFor } from '../format';
import { t, tOr } from '../i18n';
import { look } from '../store';
import { nameOf, number, quoted, rowsOf, type Context, type View, type ViewProps } from './context';
import { isMoney, measureTitle } from './Ranked';
import type { TableModel } from './table';

const Ends = 8;

function table(context: Context): TableModel {
    const { measure } = context.state;
    const other = new Map((context.world.otherRun?.economies ?? []).map(row => [row['economy'], row]));
    const kind = isMoney(measure) ? ('musd' as const) : ('pct' as const);
    const unit = isMoney(measure) ? t('unit.musd') : '%';
    const rows = rowsOf(context.run)
        .filter(row => other.has(row['economy'] ?? ''))
        .map(row => ({
            name: nameOf(context, String(row['economy'])),
            code: row['economy'] ?? null,
            member: row['member'] ?? null,
            here: number(row, measure),
            other: number(other.get(row['economy'] ?? ''), measure),
            difference: number(row, measure) - number(other.get(row['economy'] ?? ''), measure),
        }));
    return {
        columns: [
            { key: 'name', title: t('column.economy'), kind: 'text' },
            { key: 'code', title: t('column.code'), kind: 'text' },
            { key: 'here', title: t('compare.here'), kind, unit },
            { key: 'other', title: t('compare.other'), kind, unit },
            { key: 'difference', title: t('compare.difference'), kind, unit },
        ],
        rows: rows.sort((a, b) => b.difference - a.difference),
    };
}

function Chart({ context, table: { rows } }: ViewProps) {
    const { measure, against } = context.state;
    const moved = rows.filter(row => row['difference'] !== 0);
    const shown = moved.length > 2 * Ends ? [...moved.slice(0, Ends), ...moved.slice(-Ends)] : moved;
    const digits = digitsFor(shown.map(row => number(row, 'difference')));
    const bars = shown.map((row): Bar => ({
        key: String(row['code']),
        label: String(row['name']),
        value: number(row, 'difference'),
        text: change(number(row, 'difference'), digits),
        isStrong: row['member'] === true,
    }));
    return (
        <>
            <label class="inline-label">
                {t('compare.with')}{' '}
                <select value={against} onChange={event => look({ against: event.currentTarget.value })}>
                    <option value="start">{t('compare.start')}</option>
                    {context.world.packs.map(pack => (
                        <option key={pack.name} value={pack.name}>
                            {tOr(`pack.${pack.name}`, pack.title)}
                        </option>
                    ))}
                </select>
            </label>
            <p class="note">{t('compare.note', { measure: measureTitle(measure) })}</p>
            {!context.world.otherRun && <p class="note">{t('state.computing')}</p>}
            {bars.length > 0 && (
                <Bars bars={bars} unit={isMoney(measure) ? t('unit.musd') : t('unit.pp')} label={t('view.compare')} />
            )}
            {context.world.otherRun && bars.length === 0 && <p class="note">{t('compare.same')}</p>}
        </>
    );
}

export const compare: View = {
    id: 'compare',
    title: 'view.compare',
    how: 'how.compare',
    command: ({ state }) =>
        `compare FILE ${quoted(state.against === 'start' ? state.pack || 'start.yaml' : state.against)}`,
    equations: ['difference = here - other'],
    table,
    Chart,
};
