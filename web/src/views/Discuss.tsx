import { Bars, type Bar } from '../charts/Bars';
import { change, count, digitsFor } from '../format';
import { t, tOr } from '../i18n';
import type { Row } from '../types';
import { nameOf, number, type Context, type View, type ViewProps } from './context';
import { DataTable } from './DataTable';
import { JobButton } from './JobButton';
import { actionTitle, answerOf, listOf, numberOf, partOf, wordsOf } from './procedure';
import type { TableModel } from './table';

const Shown = 12;

function table(context: Context): TableModel {
    const answer = answerOf('discuss');
    const lines = listOf(answer, 'red_lines');
    return {
        columns: [
            { key: 'name', title: t('column.economy'), kind: 'text' },
            { key: 'accepts', title: t('discuss.accepts'), kind: 'flag' },
            { key: 'real_income_pct', title: t('measure.real_income_pct'), kind: 'pct', unit: '%' },
            { key: 'real_income_musd', title: t('measure.real_income_pct'), kind: 'musd', unit: t('unit.musd') },
            { key: 'lines', title: t('discuss.line'), kind: 'text' },
            { key: 'best', title: t('discuss.best'), kind: 'pct' },
            { key: 'transfer_musd', title: t('discuss.transfer'), kind: 'musd', unit: t('unit.musd') },
            { key: 'change', title: t('discuss.change'), kind: 'text' },
        ],
        rows: listOf(answer, 'verdicts').map((row): Row => {
            const mine = lines.filter(line => line['economy'] === row['economy']);
            return {
                ...row,
                code: row['economy'] ?? null,
                name: nameOf(context, String(row['economy'])),
                lines: mine
                    .map(
                        line =>
                            `${tOr(`measure.${line['measure']}`, String(line['measure']))} ≥ ${change(numberOf(line['limit']), 2)}`,
                    )
                    .join('; '),
                best: numberOf(mine[0]?.['best']),
            };
        }),
    };
}

/** A list of actions by their titles, from the ids in an answer. */
export const packageWords = (context: Context, ids: unknown): string =>
    wordsOf(ids)
        .map(id => actionTitle(context, id.trim()))
        .join('; ');

function Offer({ context }: { readonly context: Context }) {
    const answer = answerOf('discuss');
    const rule = tOr(`rules.${answer['rule']}`, String(answer['rule'] ?? ''));
    return (
        <>
            <p>
                <strong>
                    {answer['offer_passes'] === true ? t('discuss.passes', { rule }) : t('discuss.fails', { rule })}
                </strong>
            </p>
            <p class="note">{t('discuss.offer', { offer: packageWords(context, answer['offer']) })}</p>
        </>
    );
}

function Packages({ context }: { readonly context: Context }) {
    const answer = answerOf('discuss');
    const packages = listOf(answer, 'packages');
    const search = partOf(answer, 'search');
    const unit = t('unit.musd');
    return packages.length === 0 ? null : (
        <section>
            <p class="note">
                {t('discuss.packages', {
                    looked: count(numberOf(search['looked']) ?? packages.length),
                    possible: count(numberOf(search['possible']) ?? packages.length),
                    shown: Math.min(Shown, packages.length),
                })}
            </p>
            <DataTable
                label={t('discuss.package')}
                table={{
                    columns: [
                        { key: 'words', title: t('discuss.package'), kind: 'text' },
                        { key: 'accepting', title: t('discuss.accepting'), kind: 'count' },
                        { key: 'members_musd', title: t('group.Members'), kind: 'musd', unit },
                        { key: 'smallest_gain_pct', title: t('discuss.smallest'), kind: 'pct', unit: '%' },
                        { key: 'others_musd', title: t('headline.others'), kind: 'musd', unit },
                    ],
                    rows: packages
                        .slice(0, Shown)
                        .map(row => ({ ...row, words: packageWords(context, row['package']) })),
                }}
            />
        </section>
    );
}

function Chairs({ context }: { readonly context: Context }) {
    const values = listOf(answerOf('discuss'), 'bargaining', 'values');
    const unit = t('unit.musd');
    const code = (row: Row): string =>
        context.world.economies.find(economy => economy.name === row['name'])?.economy ?? String(row['name']);
    return values.length === 0 ? null : (
        <section>
            <h4>{t('discuss.chair')}</h4>
            <DataTable
                label={t('discuss.chair')}
                table={{
                    columns: [
                        { key: 'economy_name', title: t('column.economy'), kind: 'text' },
                        { key: 'value_musd', title: t('discuss.value'), kind: 'musd', unit },
                        { key: 'chair_musd', title: t('discuss.chair-worth'), kind: 'musd', unit },
                        {
                            key: 'value_with_payments_musd',
                            title: `${t('discuss.with-payments')}: ${t('discuss.value')}`,
                            kind: 'musd',
                            unit,
                        },
                        { key: 'chair_with_payments_musd', title: t('discuss.chair-worth'), kind: 'musd', unit },
                    ],
                    rows: values.map(row => ({ ...row, economy_name: nameOf(context, code(row)) })),
                }}
            />
        </section>
    );
}

function Chart({ context, table: { rows } }: ViewProps) {
    const digits = digitsFor(rows.map(row => number(row, 'real_income_pct')));
    const bars = [...rows]
        .sort((a, b) => number(b, 'real_income_pct') - number(a, 'real_income_pct'))
        .map((row): Bar => ({
            key: String(row['code']),
            label: `${row['name']} · ${row['accepts'] === true ? t('discuss.agrees') : t('discuss.refuses')}`,
            value: number(row, 'real_income_pct'),
            text: change(number(row, 'real_income_pct'), digits),
            isStrong: row['accepts'] !== true,
        }));
    return (
        <>
            <JobButton kind="discuss" />
            {bars.length > 0 && (
                <>
                    <Offer context={context} />
                    <Bars bars={bars} unit="%" label={t('view.discuss')} />
                    <Packages context={context} />
                    <Chairs context={context} />
                </>
            )}
        </>
    );
}

export const discuss: View = {
    id: 'discuss',
    title: 'view.discuss',
    how: 'how.discuss',
    job: 'discuss',
    equations: ['i agrees: m_i(P) >= limit for each of its red lines', 'x_i = delta E[x_i | rotating chair]'],
    table,
    Chart,
};
