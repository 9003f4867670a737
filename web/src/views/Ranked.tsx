import { useState } from 'preact/hooks';
import { Bars, type Bar } from '../charts/Bars';
import { change, digitsFor } from '../format';
import { t, tOr } from '../i18n';
import { look } from '../store';
import { nameOf, number, rowsOf, type Context, type View, type ViewProps } from './context';
import type { TableModel } from './table';

const Ends = 10;

export const measureTitle = (measure: string): string => tOr(`measure.${measure}`, measure);
export const isMoney = (measure: string): boolean => measure.endsWith('_musd');

function table(context: Context): TableModel {
    const measure = context.state.measure;
    const rows = [...rowsOf(context.run)].sort((a, b) => number(b, measure) - number(a, measure));
    return {
        columns: [
            { key: 'name', title: t('column.economy'), kind: 'text' },
            { key: 'code', title: t('column.code'), kind: 'text' },
            { key: 'member', title: t('column.member'), kind: 'flag' },
            isMoney(measure)
                ? { key: measure, title: measureTitle(measure), kind: 'musd', unit: t('unit.musd') }
                : { key: measure, title: measureTitle(measure), kind: 'pct', unit: '%' },
        ],
        rows: rows.map(row => ({
            code: row['economy'] ?? null,
            name: nameOf(context, String(row['economy'])),
            member: row['member'] ?? null,
            [measure]: row[measure] ?? null,
        })),
    };
}

function Chart({ context, table: { rows } }: ViewProps) {
    const [isWhole, setWhole] = useState(false);
    const measure = context.state.measure;
    const top = rows.slice(0, Ends);
    const bottom = rows.slice(-Ends);
    const shown = isWhole || rows.length <= 2 * Ends ? rows : [...top, ...bottom];
    const digits = digitsFor(shown.map(row => number(row, measure)));
    const bars = shown.map((row, i): Bar => ({
        key: String(row['code']),
        label: String(row['name']),
        value: number(row, measure),
        text: change(number(row, measure), digits),
        isStrong: row['member'] === true || row['code'] === context.state.focus,
        ...(!isWhole && i === 0 ? { heading: t('ranked.top', { n: top.length }) } : {}),
        ...(!isWhole && i === top.length ? { heading: t('ranked.bottom', { n: bottom.length }) } : {}),
    }));
    return (
        <>
            <Bars
                bars={bars}
                label={t('ranked.label', { measure: measureTitle(measure) })}
                unit={isMoney(measure) ? t('unit.musd') : '%'}
                onPick={code => look({ focus: code })}
            />
            <button type="button" class="quiet-button" onClick={() => setWhole(!isWhole)}>
                {isWhole ? t('ranked.ends') : t('ranked.all', { n: rows.length })}
            </button>
        </>
    );
}

export const ranked: View = {
    id: 'ranked',
    title: 'view.ranked',
    how: 'how.ranked',
    equations: ['EV = (I^ / P^ - 1) I'],
    table,
    Chart,
};
