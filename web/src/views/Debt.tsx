import { useState } from 'preact/hooks';
import { Ratio } from '../charts/Ratio';
import { level, year } from '../format';
import { t, tOr } from '../i18n';
import type { Row } from '../types';
import { nameOf, number, type Context, type View, type ViewProps } from './context';
import { JobButton } from './JobButton';
import { answerOf, listOf, numberOf } from './procedure';
import type { TableModel } from './table';

const rating = (word: unknown): string => tOr(`rating.${word}`, String(word));

function table(context: Context): TableModel {
    const answer = answerOf('build');
    const ratings = new Map(listOf(answer, 'debt').map(row => [row['economy'], row]));
    const unit = '%';
    return {
        columns: [
            { key: 'name', title: t('column.economy'), kind: 'text' },
            { key: 'rating_before', title: t('debt.rating-before'), kind: 'text' },
            { key: 'rating', title: t('debt.rating'), kind: 'text' },
            { key: 'ratio_text', title: t('debt.ratio'), kind: 'text' },
            { key: 'threshold_pct', title: t('debt.threshold'), kind: 'level', unit },
            { key: 'before_pct', title: t('debt.before'), kind: 'level', unit },
            { key: 'with_pct', title: t('debt.with'), kind: 'level', unit },
            { key: 'stressed_before_pct', title: t('debt.stressed-before'), kind: 'level', unit },
            { key: 'stressed_pct', title: t('debt.stressed-with'), kind: 'level', unit },
        ],
        rows: listOf(answer, 'debt_ratios').map(row => ({
            ...row,
            code: row['economy'] ?? null,
            name: nameOf(context, String(row['economy'])),
            rating_before: rating(ratings.get(row['economy'] ?? '')?.['rating_before']),
            rating: rating(ratings.get(row['economy'] ?? '')?.['rating']),
            ratio_text: tOr(`ratio.${row['ratio']}`, String(row['ratio_name'])),
        })),
    };
}

function Ratings({ context, chosen, onPick }: { context: Context; chosen: string; onPick: (code: string) => void }) {
    const when = (row: Row, key: string): string => {
        const found = numberOf(row[key]);
        return found === null ? t('debt.never') : year(found);
    };
    return (
        <table class="facts">
            <thead>
                <tr>
                    <th scope="col">{t('column.economy')}</th>
                    <th scope="col">{t('debt.rating-before')}</th>
                    <th scope="col">{t('debt.rating')}</th>
                    <th scope="col" class="number">
                        {t('debt.breach')}
                    </th>
                    <th scope="col" class="number">
                        {t('debt.stressed')}
                    </th>
                    <th scope="col" class="number">
                        {t('debt.space')}
                    </th>
                </tr>
            </thead>
            <tbody>
                {listOf(answerOf('build'), 'debt').map(row => (
                    <tr key={String(row['economy'])}>
                        <th scope="row">
                            <button
                                type="button"
                                class="plain"
                                aria-pressed={row['economy'] === chosen}
                                onClick={() => onPick(String(row['economy']))}
                            >
                                {nameOf(context, String(row['economy']))}
                            </button>
                        </th>
                        <td>
                            <span class={`rating rating-${String(row['rating_before']).replaceAll(' ', '-')}`}>
                                {rating(row['rating_before'])}
                            </span>
                        </td>
                        <td>
                            <span class={`rating rating-${String(row['rating']).replaceAll(' ', '-')}`}>
                                {rating(row['rating'])}
                            </span>
                        </td>
                        <td class="number">{when(row, 'first_breach')}</td>
                        <td class="number">{when(row, 'first_stressed_breach')}</td>
                        <td class="number wrap">
                            {level(numberOf(row['space_before_musd']))} → {level(numberOf(row['space_musd']))}
                        </td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

// Columns of debt_paths by the word of the ratio.
const pathOf = (ratio: string): string => `${ratio}_pct`;

function Chart({ context, table: { rows } }: ViewProps) {
    const [asked, setAsked] = useState('');
    const codes = [...new Set(rows.map(row => String(row['economy'])))];
    const chosen = codes.includes(asked)
        ? asked
        : codes.includes(context.state.focus)
          ? context.state.focus
          : (codes[0] ?? '');
    const paths = listOf(answerOf('build'), 'debt_paths').filter(row => row['economy'] === chosen);
    const line = (ratio: string, withPackage: boolean) =>
        paths
            .filter(row => row['with_package'] === withPackage && numberOf(row[pathOf(ratio)]) !== null)
            .map(row => [number(row, 'year'), number(row, pathOf(ratio))] as const);
    return (
        <>
            <JobButton kind="build" />
            {rows.length > 0 && <Ratings context={context} chosen={chosen} onPick={setAsked} />}
            {paths.length > 0 && (
                <>
                    <h4>{nameOf(context, chosen)}</h4>
                    <div class="ratios">
                        {rows
                            .filter(row => row['economy'] === chosen)
                            .map(row => (
                                <Ratio
                                    key={String(row['ratio'])}
                                    title={String(row['ratio_text'])}
                                    threshold={number(row, 'threshold_pct')}
                                    before={line(String(row['ratio']), false)}
                                    after={line(String(row['ratio']), true)}
                                />
                            ))}
                    </div>
                    <ul class="key">
                        <li>
                            <svg class="chart swatch" width="18" height="12" aria-hidden="true">
                                <path class="ratio-before" d="M0,6L18,6" />
                            </svg>
                            {t('debt.without')}
                        </li>
                        <li>
                            <svg class="chart swatch" width="18" height="12" aria-hidden="true">
                                <path class="ratio-after" d="M0,6L18,6" />
                            </svg>
                            {t('debt.package')}
                        </li>
                        <li>
                            <svg class="chart swatch" width="18" height="12" aria-hidden="true">
                                <path class="ratio-limit" d="M0,6L18,6" />
                            </svg>
                            {t('debt.threshold')}
                        </li>
                    </ul>
                </>
            )}
        </>
    );
}

export const debt: View = {
    id: 'debt',
    title: 'view.debt',
    how: 'how.debt',
    job: 'build',
    equations: [
        'D_t = D_{t-1} (1 + i) - pb Y_t + c_t',
        'E_t = E_{t-1} + s (D_t - D_{t-1})',
        'Y_t = Y_{t-1} (1 + g)(1 + 2 %)',
    ],
    table,
    Chart,
};
