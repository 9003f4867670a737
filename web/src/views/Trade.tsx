import { Matrix } from '../charts/Matrix';
import { divergingScale } from '../colour';
import { change, digitsFor, level } from '../format';
import { t } from '../i18n';
import { nameOf, number, type Context, type View, type ViewProps } from './context';
import { tradersOf } from './needs';
import type { TableModel } from './table';

function table(context: Context): TableModel {
    const codes = new Set(tradersOf(context.state, context.run));
    const rows = (context.run.flows ?? []).filter(
        row =>
            codes.has(String(row['origin'])) &&
            codes.has(String(row['destination'])) &&
            row['origin'] !== row['destination'],
    );
    return {
        columns: [
            { key: 'origin_name', title: t('trade.origin'), kind: 'text' },
            { key: 'destination_name', title: t('trade.destination'), kind: 'text' },
            { key: 'base_musd', title: t('trade.before'), kind: 'level', unit: t('unit.musd') },
            { key: 'new_musd', title: t('trade.after'), kind: 'level', unit: t('unit.musd') },
            { key: 'change_pct', title: t('trade.change'), kind: 'pct', unit: '%' },
        ],
        rows: rows.map(row => ({
            ...row,
            origin_name: nameOf(context, String(row['origin'])),
            destination_name: nameOf(context, String(row['destination'])),
            change_pct:
                number(row, 'base_musd') > 0 ? 100 * (number(row, 'new_musd') / number(row, 'base_musd') - 1) : null,
        })),
    };
}

function Chart({ context, table: { rows } }: ViewProps) {
    const codes = [...new Set(rows.map(row => String(row['origin'])))].sort();
    const names = codes.map(code => nameOf(context, code));
    const at = new Map(rows.map(row => [`${row['origin']}/${row['destination']}`, row]));
    const values = rows.map(row => number(row, 'change_pct'));
    const digits = Math.min(1, digitsFor(values));
    return (
        <>
            <p class="note">{t('trade.note')}</p>
            <Matrix
                rows={names}
                columns={codes}
                columnTitles={names}
                rowTitle={t('trade.corner')}
                scale={divergingScale(values)}
                label={t('view.trade')}
                cell={(i, j) => {
                    const row = at.get(`${codes[i]}/${codes[j]}`);
                    const value = row && typeof row['change_pct'] === 'number' ? row['change_pct'] : null;
                    const title = row
                        ? `${names[i]} → ${names[j]}: ${level(number(row, 'base_musd'))} → ${level(number(row, 'new_musd'))} ${t('unit.musd')}`
                        : '';
                    return { value, text: i === j ? '' : change(value, digits), title };
                }}
            />
        </>
    );
}

export const trade: View = {
    id: 'trade',
    title: 'view.trade',
    how: 'how.trade',
    equations: ['X_ni = pi_ni X_n / (1 + tau_ni)', 'pi^_ni = (c^_i k^_ni / P^_n)^-theta'],
    table,
    Chart,
};
