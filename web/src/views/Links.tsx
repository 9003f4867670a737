import { Bars, type Bar } from '../charts/Bars';
import { digitsFor, level } from '../format';
import { t } from '../i18n';
import { number, type Context, type View, type ViewProps } from './context';
import type { TableModel } from './table';

function table({ run }: Context): TableModel {
    return {
        columns: [
            { key: 'title', title: t('column.line'), kind: 'text' },
            { key: 'trade_pct', title: t('links.trade'), kind: 'level', unit: '%' },
            { key: 'member_trade_pct', title: t('links.member-trade'), kind: 'level', unit: '%' },
        ],
        rows: [...(run.links ?? [])].sort((a, b) => number(b, 'trade_pct') - number(a, 'trade_pct')),
    };
}

function Chart({ table: { rows } }: ViewProps) {
    const digits = digitsFor(rows.map(row => number(row, 'trade_pct')));
    const bars = rows.slice(0, 30).map((row): Bar => ({
        key: String(row['link']),
        label: String(row['title']),
        value: number(row, 'trade_pct'),
        text: level(number(row, 'trade_pct'), digits),
    }));
    return rows.length > 0 ? (
        <Bars bars={bars} label={t('view.links')} unit="%" />
    ) : (
        <p class="note">{t('links.none')}</p>
    );
}

export const links: View = {
    id: 'links',
    title: 'view.links',
    how: 'how.links',
    equations: ['u_l = sum_ni X_ni [l on the best way] / sum_ni X_ni'],
    table,
    Chart,
};
