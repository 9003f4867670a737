import { useState } from 'preact/hooks';
import { Bars, type Bar } from '../charts/Bars';
import { Matrix } from '../charts/Matrix';
import { divergingScale } from '../colour';
import { change, digitsFor, millions } from '../format';
import { t, tOr } from '../i18n';
import type { Row } from '../types';
import { nameOf, number, type Context, type View, type ViewProps } from './context';
import { JobButton } from './JobButton';
import { answerOf, listOf, numberOf, partOf, type Json } from './procedure';
import type { TableModel } from './table';

const ruleName = (rule: string): string => tOr(`rule.${rule}`, rule.replaceAll('_', ' '));

/** Rules that gave an answer, in the order of the answer. */
const rulesOf = (answer: Json): [string, Json][] =>
    Object.keys(partOf(answer, 'rules'))
        .map((rule): [string, Json] => [rule, partOf(answer, 'rules', rule)])
        .filter(([, found]) => found['status'] === 'found');

function table(context: Context): TableModel {
    const answer = answerOf('share');
    const unit = t('unit.musd');
    return {
        columns: [
            { key: 'rule_name', title: t('share.rule'), kind: 'text' },
            { key: 'name', title: t('column.economy'), kind: 'text' },
            { key: 'gain_musd', title: t('share.before'), kind: 'musd', unit },
            { key: 'transfer_musd', title: t('share.transfer'), kind: 'musd', unit },
            { key: 'payoff_musd', title: t('share.payoff'), kind: 'musd', unit },
            { key: 'in_core', title: t('share.in-core'), kind: 'flag' },
            { key: 'changes_hands_musd', title: t('share.hands'), kind: 'level', unit },
        ],
        rows: rulesOf(answer).flatMap(([rule, found]) =>
            listOf(answer, 'players').map((player): Row => {
                const code = String(player['economy']);
                return {
                    rule,
                    rule_name: ruleName(rule),
                    code,
                    name: nameOf(context, code),
                    gain_musd: numberOf(player['gain_musd']),
                    transfer_musd: numberOf(partOf(found, 'transfers_musd')[code]),
                    payoff_musd: numberOf(partOf(found, 'payoffs_musd')[code]),
                    in_core: found['in_core'] === true,
                    changes_hands_musd: numberOf(found['changes_hands_musd']),
                };
            }),
        ),
    };
}

function Transfers({ context, rows }: { readonly context: Context; readonly rows: readonly Row[] }) {
    const rules = [...new Set(rows.map(row => String(row['rule'])))];
    const [asked, setAsked] = useState('');
    const rule = rules.includes(asked) ? asked : (rules[0] ?? '');
    const mine = rows
        .filter(row => row['rule'] === rule)
        .sort((a, b) => number(b, 'transfer_musd') - number(a, 'transfer_musd'));
    const digits = Math.min(1, digitsFor(mine.map(row => number(row, 'transfer_musd'))));
    const bars = mine.map((row): Bar => ({
        key: String(row['code']),
        label: String(row['name']),
        value: number(row, 'transfer_musd'),
        text: change(number(row, 'transfer_musd'), digits),
    }));
    const payments = listOf(partOf(answerOf('share'), 'rules', rule), 'payments');
    return (
        <>
            <label class="inline-label">
                {t('share.transfers-of')}{' '}
                <select value={rule} onChange={event => setAsked(event.currentTarget.value)}>
                    {rules.map(id => (
                        <option key={id} value={id}>
                            {ruleName(id)}
                        </option>
                    ))}
                </select>
            </label>
            <Bars bars={bars} unit={t('unit.musd')} label={`${t('share.transfers-of')} ${ruleName(rule)}`} />
            <ul class="payments">
                {payments.map((payment, i) => (
                    <li key={i}>
                        {t('share.payment', {
                            from: nameOf(context, String(payment['from'])),
                            to: nameOf(context, String(payment['to'])),
                            musd: `${millions(number(payment, 'musd')).replace(/^\+/, '')} ${t('unit.musd')}`,
                        })}
                    </li>
                ))}
                {payments.length === 0 && <li>{t('share.no-payments')}</li>}
            </ul>
        </>
    );
}

function Chart({ context, table: { rows } }: ViewProps) {
    const rules = [...new Map(rows.map(row => [String(row['rule']), row])).values()];
    const members = [...new Map(rows.map(row => [String(row['code']), row])).values()];
    const at = new Map(rows.map(row => [`${row['code']}/${row['rule']}`, row]));
    const digits = Math.min(0, digitsFor(rows.map(row => number(row, 'payoff_musd'))));
    return (
        <>
            <JobButton kind="share" />
            {rows.length > 0 && (
                <>
                    <p class="note">{t('share.note')}</p>
                    <Matrix
                        rows={members.map(row => String(row['name']))}
                        columns={[
                            t('share.before'),
                            ...rules.map(row => `${row['rule_name']}${row['in_core'] === true ? ' ●' : ''}`),
                        ]}
                        rowTitle={t('column.economy')}
                        scale={divergingScale(rows.map(row => number(row, 'payoff_musd')))}
                        label={t('view.share')}
                        cell={(i, j) => {
                            const row = at.get(`${members[i]?.['code']}/${rules[Math.max(0, j - 1)]?.['rule']}`);
                            const value = numberOf(row?.[j === 0 ? 'gain_musd' : 'payoff_musd']);
                            const paid =
                                j === 0
                                    ? ''
                                    : `: ${t('share.transfer')} ${millions(numberOf(row?.['transfer_musd']))}`;
                            return { value, text: change(value, digits), title: `${row?.['name']}${paid}` };
                        }}
                    />
                    <Transfers context={context} rows={rows} />
                </>
            )}
        </>
    );
}

export const share: View = {
    id: 'share',
    title: 'view.share',
    how: 'how.share',
    job: 'share',
    equations: [
        'phi_i = sum_S |S|! (n - |S| - 1)! / n! (v(S + i) - v(S))',
        'max prod_i (x_i - d_i)^w_i',
        'core: x(S) >= v(S) for every S',
    ],
    table,
    Chart,
};
