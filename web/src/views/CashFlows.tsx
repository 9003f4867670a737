import { useState } from 'preact/hooks';
import { Columns, Hues, type Series } from '../charts/Columns';
import { t, tOr } from '../i18n';
import type { Row } from '../types';
import { number, type Context, type View, type ViewProps } from './context';
import { JobButton } from './JobButton';
import { answerOf, listOf, partyName } from './procedure';
import type { TableModel } from './table';

function table(context: Context): TableModel {
    const answer = answerOf('build');
    const titles = new Map(listOf(answer, 'projects').map(row => [row['id'], row['title']]));
    return {
        columns: [
            { key: 'title', title: t('cash.project'), kind: 'text' },
            { key: 'year', title: t('cash.year'), kind: 'year' },
            { key: 'party_name', title: t('cash.party'), kind: 'text' },
            { key: 'item_name', title: t('cash.item'), kind: 'text' },
            { key: 'musd', title: t('cash.flow'), kind: 'musd', unit: t('unit.musd') },
        ],
        rows: listOf(answer, 'cash_flows').map(row => ({
            ...row,
            title: titles.get(row['project'] ?? '') ?? row['project'] ?? '',
            party_name: partyName(context, String(row['party']), String(row['name'])),
            item_name: tOr(`item.${row['item']}`, String(row['item'])),
        })),
    };
}

/** Series by one column of the rows, the largest first; what is beyond the hues is one series of others. */
function seriesBy(rows: readonly Row[], key: string, name: string): Series[] {
    const found = new Map<string, { label: string; size: number; values: Map<number, number> }>();
    for (const row of rows) {
        const id = String(row[key]);
        const one = found.get(id) ?? { label: String(row[name]), size: 0, values: new Map<number, number>() };
        const at = number(row, 'year');
        one.size += Math.abs(number(row, 'musd'));
        one.values.set(at, (one.values.get(at) ?? 0) + number(row, 'musd'));
        found.set(id, one);
    }
    const sorted = [...found].sort(([, a], [, b]) => b.size - a.size);
    const isAll = sorted.length <= Hues;
    const kept = sorted.slice(0, isAll ? Hues : Hues - 1).map(([id, one]): Series => ({ key: id, ...one }));
    if (isAll) {
        return kept;
    }
    const rest = new Map<number, number>();
    sorted
        .slice(Hues - 1)
        .forEach(([, one]) => one.values.forEach((value, at) => rest.set(at, (rest.get(at) ?? 0) + value)));
    return [...kept, { key: 'others', label: t('cash.others'), values: rest }];
}

function Chart({ table: { rows } }: ViewProps) {
    const [project, setProject] = useState('');
    const [party, setParty] = useState('');
    const choices = (key: string, name: string): [string, string][] => [
        ...new Map(rows.map(row => [String(row[key]), String(row[name])])),
    ];
    const inProject = rows.filter(row => project === '' || row['project'] === project);
    const shown = inProject.filter(row => party === '' || row['party'] === party);
    const series = party === '' ? seriesBy(shown, 'party', 'party_name') : seriesBy(shown, 'item', 'item_name');
    return (
        <>
            <JobButton kind="build" />
            {rows.length > 0 && (
                <div class="choices">
                    <label class="inline-label">
                        {t('cash.project')}{' '}
                        <select value={project} onChange={event => setProject(event.currentTarget.value)}>
                            <option value="">{t('cash.all-projects')}</option>
                            {choices('project', 'title').map(([id, name]) => (
                                <option key={id} value={id}>
                                    {name}
                                </option>
                            ))}
                        </select>
                    </label>
                    <label class="inline-label">
                        {t('cash.party')}{' '}
                        <select value={party} onChange={event => setParty(event.currentTarget.value)}>
                            <option value="">{t('cash.all-parties')}</option>
                            {choices('party', 'party_name').map(([id, name]) => (
                                <option key={id} value={id}>
                                    {name}
                                </option>
                            ))}
                        </select>
                    </label>
                </div>
            )}
            {series.length > 0 && (
                <>
                    <Columns series={series} unit={t('unit.musd')} label={t('view.cash')} net={t('cash.net')} />
                    <p class="note">{t('cash.note')}</p>
                </>
            )}
        </>
    );
}

export const cash: View = {
    id: 'cash',
    title: 'view.cash',
    how: 'how.cash',
    job: 'build',
    equations: [
        'sum of all flows_t = revenue_t - capital_t - upkeep_t',
        'grant element = (1 - r / D) (1 - ((1 + D)^-g - (1 + D)^-m) / (D (m - g)))',
    ],
    table,
    Chart,
};
