import { Bars, type Bar } from '../charts/Bars';
import { change, digitsFor } from '../format';
import { t } from '../i18n';
import { focusOf, nameOf, number, sectorName, type Context, type View, type ViewProps } from './context';
import { EconomyPicker } from './EconomyPicker';
import type { TableModel } from './table';

function table(context: Context): TableModel {
    const code = focusOf(context);
    const rows = (context.run.sectors ?? []).filter(row => row['economy'] === code);
    return {
        columns: [
            { key: 'name', title: t('column.sector'), kind: 'text' },
            { key: 'sector', title: t('column.code'), kind: 'text' },
            { key: 'output_real_pct', title: t('sectors.output'), kind: 'pct', unit: '%' },
            { key: 'price_pct', title: t('sectors.price'), kind: 'pct', unit: '%' },
            { key: 'output_base_musd', title: t('sectors.output-before'), kind: 'level', unit: t('unit.musd') },
            { key: 'exports_base_musd', title: t('sectors.exports-before'), kind: 'level', unit: t('unit.musd') },
            { key: 'exports_new_musd', title: t('sectors.exports-after'), kind: 'level', unit: t('unit.musd') },
            { key: 'imports_base_musd', title: t('sectors.imports-before'), kind: 'level', unit: t('unit.musd') },
            { key: 'imports_new_musd', title: t('sectors.imports-after'), kind: 'level', unit: t('unit.musd') },
        ],
        rows: [...rows]
            .sort((a, b) => number(b, 'output_real_pct') - number(a, 'output_real_pct'))
            .map(row => ({ ...row, name: sectorName(context, String(row['sector'])) })),
    };
}

function Chart({ context, table: { rows } }: ViewProps) {
    const digits = digitsFor(rows.map(row => number(row, 'output_real_pct')));
    const bars = rows.map((row): Bar => ({
        key: String(row['sector']),
        label: String(row['name']),
        value: number(row, 'output_real_pct'),
        text: change(number(row, 'output_real_pct'), digits),
    }));
    return (
        <>
            <EconomyPicker context={context} />
            <Bars bars={bars} label={`${t('view.sectors')}: ${nameOf(context, focusOf(context))}`} unit="%" />
        </>
    );
}

export const sectors: View = {
    id: 'sectors',
    title: 'view.sectors',
    how: 'how.sectors',
    equations: ['Q^_j = Y^_j / c^_j'],
    table,
    Chart,
};
