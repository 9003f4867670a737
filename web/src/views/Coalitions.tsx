import { Bars, type Bar } from '../charts/Bars';
import { change, count, digitsFor, level, millions } from '../format';
import { t } from '../i18n';
import type { Cell, Row } from '../types';
import { nameOf, number, type Context, type View, type ViewProps } from './context';
import { JobButton } from './JobButton';
import { actionTitle, answerOf, listOf, numberOf, partOf, wordsOf } from './procedure';
import type { TableModel } from './table';

// Of each size the coalitions with most and with least.
const Ends = 3;

function table(context: Context): TableModel {
    return {
        columns: [
            { key: 'names', title: t('coalitions.coalition'), kind: 'text' },
            { key: 'size', title: t('coalitions.size'), kind: 'count' },
            { key: 'worth_musd', title: t('coalitions.worth'), kind: 'musd', unit: t('unit.musd') },
            { key: 'titles', title: t('coalitions.actions'), kind: 'text' },
        ],
        rows: listOf(answerOf('share'), 'values')
            .map((value): Row => {
                const codes = wordsOf(value['coalition']);
                return {
                    key: codes.join('+'),
                    names: codes.map(code => nameOf(context, code)).join(', '),
                    size: codes.length,
                    worth_musd: numberOf(value['worth_musd']),
                    titles: wordsOf(value['actions'])
                        .map(id => actionTitle(context, id))
                        .join('; '),
                };
            })
            .sort(
                (a, b) => number(a, 'size') - number(b, 'size') || number(b, 'worth_musd') - number(a, 'worth_musd'),
            ),
    };
}

function Core() {
    const core = partOf(answerOf('share'), 'core');
    if (core['status'] === undefined) {
        return null;
    }
    const musd = level(Math.abs(numberOf(core['least_excess_musd']) ?? 0), 0);
    return (
        <p>
            {core['status'] !== 'found'
                ? t('coalitions.core-unknown', { reason: String(core['reason'] ?? core['status']) })
                : core['empty'] === true
                  ? t('coalitions.core-empty', { musd })
                  : t('coalitions.core', { musd })}
        </p>
    );
}

function Stability({ context }: { readonly context: Context }) {
    const rows = listOf(answerOf('share'), 'stability', 'internal');
    const flag = (value: Cell | undefined): string => (value === true ? '●' : '–');
    return rows.length === 0 ? null : (
        <table class="facts">
            <caption>
                {t('coalitions.stay')}, {t('unit.musd')}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{t('column.economy')}</th>
                    <th scope="col" class="number">
                        {t('coalitions.inside')}
                    </th>
                    <th scope="col" class="number">
                        {t('coalitions.outside')}
                    </th>
                    <th scope="col" class="number">
                        {t('coalitions.leaves')}
                    </th>
                </tr>
            </thead>
            <tbody>
                {rows.map(row => (
                    <tr key={String(row['economy'])}>
                        <th scope="row">{nameOf(context, String(row['economy']))}</th>
                        <td class="number">{millions(numberOf(row['inside_musd']))}</td>
                        <td class="number">{millions(numberOf(row['outside_musd']))}</td>
                        <td class="number">{flag(row['gains_by_leaving'])}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

function Chart({ context, table: { rows } }: ViewProps) {
    const sizes = [...new Set(rows.map(row => number(row, 'size')))];
    const shown = sizes.flatMap(size => {
        const mine = rows.filter(row => row['size'] === size);
        return mine.length <= 2 * Ends ? mine : [...mine.slice(0, Ends), ...mine.slice(-Ends)];
    });
    const digits = Math.min(1, digitsFor(shown.map(row => number(row, 'worth_musd'))));
    const bars = shown.map((row, i): Bar => ({
        key: String(row['key']),
        label: String(row['names']),
        value: number(row, 'worth_musd'),
        text: change(number(row, 'worth_musd'), digits),
        isStrong: row['size'] === sizes[sizes.length - 1],
        ...(row['size'] !== shown[i - 1]?.['size']
            ? { heading: t('coalitions.of', { n: number(row, 'size') }) }
            : {}),
    }));
    return (
        <>
            <JobButton kind="share" />
            {bars.length > 0 && (
                <>
                    <Core />
                    <Bars bars={bars} unit={t('unit.musd')} label={t('view.coalitions')} />
                    <p class="note">{t('coalitions.shown', { n: count(rows.length), shown: Ends })}</p>
                    <Stability context={context} />
                </>
            )}
        </>
    );
}

export const coalitions: View = {
    id: 'coalitions',
    title: 'view.coalitions',
    how: 'how.coalitions',
    job: 'share',
    equations: [
        'v(S) = sum over i in S of g_i(A(S))',
        'A(S) = {a : by_a in S}',
        'min e: x(S) + e >= v(S), x(N) = v(N)',
    ],
    table,
    Chart,
};
