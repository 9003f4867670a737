import { change, count, digitsFor, millions } from '../format';
import { t } from '../i18n';
import { look } from '../store';
import type { Row } from '../types';
import { membersOf, nameOf, number, rowsOf, type Context, type View } from './context';
import type { TableModel } from './table';

const Shown = 6;

function table(context: Context): TableModel {
    const rows = [...rowsOf(context.run)].sort(
        (a, b) =>
            Number(b['member']) - Number(a['member']) || number(b, 'real_income_pct') - number(a, 'real_income_pct'),
    );
    return {
        columns: [
            { key: 'name', title: t('column.economy'), kind: 'text' },
            { key: 'code', title: t('column.code'), kind: 'text' },
            { key: 'member', title: t('column.member'), kind: 'flag' },
            { key: 'real_income_pct', title: t('measure.real_income_pct'), kind: 'pct', unit: '%' },
            { key: 'real_income_musd', title: t('measure.real_income_pct'), kind: 'musd', unit: t('unit.musd') },
            { key: 'gdp_real_pct', title: t('measure.gdp_real_pct'), kind: 'pct', unit: '%' },
            { key: 'real_wage_pct', title: t('measure.real_wage_pct'), kind: 'pct', unit: '%' },
            { key: 'exports_pct', title: t('measure.exports_pct'), kind: 'pct', unit: '%' },
            { key: 'imports_pct', title: t('measure.imports_pct'), kind: 'pct', unit: '%' },
            { key: 'trade_with_members_pct', title: t('measure.trade_with_members_pct'), kind: 'pct', unit: '%' },
        ],
        rows: rows.map(row => ({
            ...row,
            code: String(row['economy']),
            name: nameOf(context, String(row['economy'])),
        })),
    };
}

interface ListProps {
    readonly title: string;
    readonly rows: readonly Row[];
    readonly largest: number;
    readonly digits: number;
}

// Columns as wide as their longest number: a table that measures every cell for itself is laid out far more slowly.
const room = (texts: readonly string[]): string =>
    `calc(${Math.max(0, ...texts.map(text => text.length))}ch + 0.45rem)`;

function List({ title, rows, largest, digits }: ListProps) {
    const shares = rows.map(row => change(number(row, 'real_income_pct'), digits));
    const amounts = rows.map(row => millions(number(row, 'real_income_musd')));
    return (
        <table class="standing">
            <caption>{title}</caption>
            <colgroup>
                <col />
                <col class="bar-column" />
                <col style={{ width: room(shares) }} />
                <col style={{ width: room(amounts) }} />
            </colgroup>
            <thead class="hidden">
                <tr>
                    <th scope="col">{t('column.economy')}</th>
                    <th scope="col">{t('column.bar')}</th>
                    <th scope="col">{t('measure.real_income_pct')}, %</th>
                    <th scope="col">{t('unit.musd')}</th>
                </tr>
            </thead>
            <tbody>
                {rows.map((row, i) => {
                    const value = number(row, 'real_income_pct');
                    const side = value < 0 ? 'loss' : 'gain';
                    const length = (50 * Math.abs(value)) / largest;
                    return (
                        <tr key={String(row['code'])}>
                            <th scope="row">
                                <button
                                    type="button"
                                    class="plain"
                                    onClick={() => look({ focus: String(row['code']) })}
                                >
                                    {String(row['name'])}
                                </button>
                            </th>
                            <td class="bar-cell" aria-hidden="true">
                                <span
                                    class={`bar-${side}`}
                                    style={{
                                        marginLeft: `${value < 0 ? 50 - length : 50}%`,
                                        width: `${Math.max(0.8, length)}%`,
                                    }}
                                />
                            </td>
                            <td
                                class={`number ${side}`}
                                data-economy={String(row['code'])}
                                data-measure="real_income_pct"
                            >
                                {shares[i]}
                            </td>
                            <td
                                class="number quiet"
                                data-economy={String(row['code'])}
                                data-measure="real_income_musd"
                            >
                                {amounts[i]}
                            </td>
                        </tr>
                    );
                })}
            </tbody>
        </table>
    );
}

/** Members, then the others that gain most and lose most, the same number of each. */
function Chart({ context, table: { rows } }: { context: Context; table: TableModel }) {
    const members = rows.filter(row => row['member'] === true);
    const others = rows.filter(row => row['member'] !== true);
    const gaining = others.filter(row => number(row, 'real_income_pct') > 0).slice(0, Shown);
    const losing = others
        .filter(row => number(row, 'real_income_pct') < 0)
        .sort((a, b) => number(a, 'real_income_pct') - number(b, 'real_income_pct'))
        .slice(0, Shown);
    const focus = rows.filter(row => row['code'] === context.state.focus && row['member'] !== true);
    const isLong = members.length > 40;
    const size = (list: readonly Row[]): number =>
        Math.max(1e-9, ...list.map(row => Math.abs(number(row, 'real_income_pct'))));
    const otherSize = size([...gaining, ...losing]);
    const digits = digitsFor(members.map(row => number(row, 'real_income_pct')));
    const otherDigits = digitsFor([...gaining, ...losing].map(row => number(row, 'real_income_pct')));
    const all = membersOf(context.run);
    const losers = all.filter(row => number(row, 'real_income_pct') < 0).length;
    const winners = all.filter(row => number(row, 'real_income_pct') > 0).length;
    return (
        <div class={isLong ? 'standings long' : 'standings'}>
            <p class="units">
                {t('measure.real_income_pct')}: %, {t('unit.musd')}
            </p>
            {focus.length > 0 && (
                <List title={t('members.chosen')} rows={focus} largest={size(focus)} digits={otherDigits} />
            )}
            {members.length > 0 && (
                <List
                    title={t('members.members', { gain: count(winners), lose: count(losers) })}
                    rows={members}
                    largest={size(members)}
                    digits={digits}
                />
            )}
            {gaining.length > 0 && (
                <List title={t('members.others-gain')} rows={gaining} largest={otherSize} digits={otherDigits} />
            )}
            {losing.length > 0 && (
                <List title={t('members.others-lose')} rows={losing} largest={otherSize} digits={otherDigits} />
            )}
            {losing.length === 0 && <p class="note">{t('members.nobody-loses')}</p>}
        </div>
    );
}

export const members: View = {
    id: 'members',
    title: 'view.members',
    how: 'how.members',
    equations: ['EV = (I^ / P^ - 1) I', 'P^ = prod_j (P^_j)^alpha_j'],
    table,
    Chart,
};
