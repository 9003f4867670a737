import { Bars, type Bar } from '../charts/Bars';
import { change, digitsFor, level, percent } from '../format';
import { t, tOr } from '../i18n';
import type { Row } from '../types';
import { groupName, number, type Context, type View, type ViewProps } from './context';
import type { TableModel } from './table';

const gapDigits = (row: Row): number => (number(row, 'gap_base') >= 10 ? 2 : 3);
const Splits = ['membership', 'coast', 'income', 'world'];

function table({ run }: Context): TableModel {
    return {
        columns: [
            { key: 'name', title: t('column.group'), kind: 'text' },
            { key: 'economies', title: t('column.economies'), kind: 'count' },
            { key: 'real_income_pct', title: t('measure.real_income_pct'), kind: 'pct', unit: '%' },
            { key: 'real_income_musd', title: t('measure.real_income_pct'), kind: 'musd', unit: t('unit.musd') },
            { key: 'gdp_real_pct', title: t('measure.gdp_real_pct'), kind: 'pct', unit: '%' },
            { key: 'exports_pct', title: t('measure.exports_pct'), kind: 'pct', unit: '%' },
            { key: 'winners', title: t('column.winners'), kind: 'count' },
            { key: 'losers', title: t('column.losers'), kind: 'count' },
            { key: 'income_per_person_base_usd', title: t('column.person-before'), kind: 'level', unit: 'USD' },
            { key: 'income_per_person_new_usd', title: t('column.person-after'), kind: 'level', unit: 'USD' },
        ],
        rows: (run.groups ?? []).map(row => ({ ...row, name: groupName(String(row['group'])) })),
    };
}

function Chart({ context: { run }, table: { rows } }: ViewProps) {
    const shown = Splits.flatMap(split => rows.filter(row => row['split'] === split && number(row, 'economies') > 0));
    const digits = digitsFor(shown.map(row => number(row, 'real_income_pct')));
    const bars = shown.map((row, i): Bar => ({
        key: `${row['split']}/${row['group']}`,
        label: String(row['name']),
        value: number(row, 'real_income_pct'),
        text: change(number(row, 'real_income_pct'), digits),
        isStrong: row['split'] === 'coast',
        ...(row['split'] !== shown[i - 1]?.['split']
            ? { heading: tOr(`split.${row['split']}`, String(row['split'])) }
            : {}),
    }));
    return (
        <>
            <table class="facts">
                <caption>{t('coast.inequality')}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t('coast.split')}</th>
                        <th scope="col" class="number">
                            {t('coast.theil')}
                        </th>
                        <th scope="col" class="number">
                            {t('coast.between')}
                        </th>
                        <th scope="col" class="number">
                            {t('coast.gap')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {(run.inequality ?? []).map(row => (
                        <tr key={String(row['split'])}>
                            <th scope="row">{tOr(`split.${row['split']}`, String(row['split']))}</th>
                            <td class="number">
                                {level(number(row, 'theil_new'), 4)}{' '}
                                <small>({percent(number(row, 'theil_pct'), 3)})</small>
                            </td>
                            <td class="number">{percent(number(row, 'between_pct'), 3)}</td>
                            <td class="number">
                                {level(number(row, 'gap_base'), gapDigits(row))} →{' '}
                                {level(number(row, 'gap_new'), gapDigits(row))}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <Bars bars={bars} label={t('view.coast')} unit="%" />
        </>
    );
}

export const coast: View = {
    id: 'coast',
    title: 'view.coast',
    how: 'how.coast',
    equations: ['T = sum_e (y_e / Y) ln((y_e / Y) / (n_e / N))', 'T = T_between + T_within'],
    table,
    Chart,
};
