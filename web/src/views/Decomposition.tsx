import { Bars, type Bar } from '../charts/Bars';
import { change, digitsFor } from '../format';
import { t } from '../i18n';
import type { Row } from '../types';
import { focusOf, nameOf, number, type Context, type View, type ViewProps } from './context';
import { EconomyPicker } from './EconomyPicker';
import { jobResult } from '../jobs';
import { JobButton } from './JobButton';
import type { TableModel } from './table';

function rowsOfJob(context: Context): readonly Row[] {
    const result = jobResult('decompose') as { decomposition?: Row[] } | null;
    return result?.decomposition ?? context.run.decomposition ?? [];
}

function table(context: Context): TableModel {
    const code = focusOf(context);
    const rows = rowsOfJob(context).filter(row => row['economy'] === code);
    return {
        columns: [
            { key: 'title', title: t('column.action'), kind: 'text' },
            { key: 'shapley_pct', title: t('decomposition.shapley'), kind: 'pct', unit: '%' },
            { key: 'alone_pct', title: t('decomposition.alone'), kind: 'pct', unit: '%' },
            { key: 'last_pct', title: t('decomposition.last'), kind: 'pct', unit: '%' },
            { key: 'alone_musd', title: t('decomposition.alone'), kind: 'musd', unit: t('unit.musd') },
        ],
        rows,
    };
}

function Chart({ context, table: { rows } }: ViewProps) {
    const key = rows.some(row => typeof row['shapley_pct'] === 'number') ? 'shapley_pct' : 'alone_pct';
    const digits = digitsFor(rows.map(row => number(row, key)));
    const bars = [...rows]
        .sort((a, b) => number(b, key) - number(a, key))
        .map((row): Bar => ({
            key: String(row['action']),
            label: String(row['title']),
            value: number(row, key),
            text: change(number(row, key), digits),
        }));
    return (
        <>
            <EconomyPicker context={context} />
            {context.world.isLive && <JobButton kind="decompose" />}
            {rows.length > 0 && (
                <p class="note">
                    {key === 'shapley_pct' ? t('decomposition.sums') : t('decomposition.does-not-sum')}
                </p>
            )}
            {rows.length > 0 && (
                <Bars
                    bars={bars}
                    unit="%"
                    label={`${t('view.decomposition')}: ${nameOf(context, focusOf(context))}`}
                />
            )}
        </>
    );
}

export const decomposition: View = {
    id: 'decomposition',
    title: 'view.decomposition',
    how: 'how.decomposition',
    command: () => 'run FILE --decompose',
    equations: ['phi_a = sum_S |S|! (n - |S| - 1)! / n! (v(S + a) - v(S))'],
    table,
    Chart,
};
