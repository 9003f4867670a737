import { useState } from 'preact/hooks';
import { Bars, type Bar } from '../charts/Bars';
import { change, digitsFor, level, millions, year } from '../format';
import { t, tOr } from '../i18n';
import type { Row } from '../types';
import { nameOf, number, type Context, type View, type ViewProps } from './context';
import { DataTable } from './DataTable';
import { JobButton } from './JobButton';
import { answerOf, listOf, numberOf, partOf, wordsOf } from './procedure';
import type { Column, TableModel } from './table';

const Measures = ['average_musd', 'alone_musd', 'last_musd', 'added_to_best_musd'] as const;
type Measure = (typeof Measures)[number];

const title = (key: string): string => tOr(`projects.${key}`, key);

function table(context: Context): TableModel {
    const answer = answerOf('build');
    const money = new Map(listOf(answer, 'projects').map(row => [String(row['id']), row]));
    const ranking = listOf(answer, 'ranking');
    const ids = [...new Set([...ranking.map(row => String(row['project'])), ...money.keys()])];
    const who = (row: Row | undefined, key: string): string => {
        const code = String(row?.[key] ?? '');
        const musd = numberOf(row?.[`${key}_musd`]);
        return code && musd !== null ? `${nameOf(context, code)} ${millions(musd)}` : '';
    };
    const rows = ids.map((id): Row => {
        const ranked = ranking.find(row => row['project'] === id);
        const priced = money.get(id);
        const of = (key: string): number | null => numberOf(ranked?.[key]) ?? numberOf(priced?.[key]);
        return {
            project: id,
            title: String(ranked?.['title'] ?? priced?.['title'] ?? id),
            ...Object.fromEntries(Measures.map(key => [key, of(key)])),
            cost_musd: of('cost_musd'),
            npv_musd: of('npv_musd'),
            irr: of('irr'),
            economic_npv_musd: of('economic_npv_musd'),
            benefit_cost_ratio: of('benefit_cost_ratio'),
            expected_economic_npv_musd: of('expected_economic_npv_musd'),
            gains_most: who(ranked, 'gains_most'),
            loses_most: who(ranked, 'loses_most'),
        };
    });
    const money_ = (key: string): Column => ({ key, title: title(key), kind: 'musd', unit: t('unit.musd') });
    return {
        columns: [
            { key: 'title', title: t('cash.project'), kind: 'text' },
            ...Measures.map(money_),
            { key: 'cost_musd', title: title('cost_musd'), kind: 'level', unit: t('unit.musd') },
            ...['npv_musd', 'economic_npv_musd', 'expected_economic_npv_musd'].map(money_),
            { key: 'benefit_cost_ratio', title: title('benefit_cost_ratio'), kind: 'level' },
            { key: 'irr', title: title('irr'), kind: 'level' },
            { key: 'gains_most', title: title('gains_most'), kind: 'text' },
            { key: 'loses_most', title: title('loses_most'), kind: 'text' },
        ],
        rows: rows.sort((a, b) => number(b, 'average_musd') - number(a, 'average_musd')),
    };
}

function BestSet({ titles }: { readonly titles: ReadonlyMap<string, string> }) {
    const answer = answerOf('build');
    const best = partOf(answer, 'subset');
    if (best['projects'] === undefined) {
        return null;
    }
    const named = (ids: readonly string[]): string => ids.map(id => titles.get(id) ?? id).join('; ');
    const chosen = wordsOf(best['projects']);
    const order = partOf(answer, 'sequence');
    const steps = listOf(order, 'steps');
    const left = wordsOf(order['left_out']);
    return (
        <>
            <p>
                {chosen.length === 0
                    ? t('projects.nothing')
                    : t('projects.best', {
                          projects: named(chosen),
                          worth: millions(numberOf(best['worth_musd'])),
                      })}{' '}
                <span class="quiet">
                    {best['exact'] === true
                        ? t('projects.exact')
                        : t('projects.gap', { gap: level(numberOf(best['gap_musd']), 1) })}
                </span>
            </p>
            {steps.length > 0 && (
                <table class="facts">
                    <caption>{t('projects.order')}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t('cash.project')}</th>
                            <th scope="col" class="number">
                                {t('projects.year')}
                            </th>
                            <th scope="col" class="number">
                                {t('projects.added')}, {t('unit.musd')}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {steps.map(step => (
                            <tr key={String(step['project'])}>
                                <th scope="row">{String(step['title'])}</th>
                                <td class="number">{year(number(step, 'year'))}</td>
                                <td class="number">{millions(number(step, 'added_musd'))}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
            {left.length > 0 && <p class="note">{t('projects.left-out', { projects: named(left) })}</p>}
        </>
    );
}

function Pairs({ titles }: { readonly titles: ReadonlyMap<string, string> }) {
    const pairs = listOf(answerOf('build'), 'interactions').filter(pair => pair['kind'] !== 'independent');
    return pairs.length === 0 ? null : (
        <section>
            <h4>{t('projects.pairs')}</h4>
            <DataTable
                label={t('projects.pairs')}
                table={{
                    columns: [
                        { key: 'pair', title: t('projects.pair'), kind: 'text' },
                        { key: 'kind_text', title: t('projects.kind'), kind: 'text' },
                        { key: 'alone_musd', title: title('alone_musd'), kind: 'musd', unit: t('unit.musd') },
                        { key: 'last_musd', title: title('last_musd'), kind: 'musd', unit: t('unit.musd') },
                    ],
                    rows: pairs.map(pair => ({
                        ...pair,
                        pair: [pair['first'], pair['second']]
                            .map(id => titles.get(String(id)) ?? String(id))
                            .join(' + '),
                        kind_text: tOr(`pair.${pair['kind']}`, String(pair['kind'])),
                    })),
                }}
            />
        </section>
    );
}

function Chart({ table: { rows } }: ViewProps) {
    const offered = Measures.filter(key => rows.some(row => typeof row[key] === 'number'));
    const [asked, setAsked] = useState<Measure>('average_musd');
    const measure = offered.includes(asked) ? asked : offered[0];
    const titles = new Map(rows.map(row => [String(row['project']), String(row['title'])]));
    const shown = measure ? [...rows].sort((a, b) => number(b, measure) - number(a, measure)) : [];
    const digits = digitsFor(shown.map(row => (measure ? number(row, measure) : null)));
    const bars = shown.map((row): Bar => ({
        key: String(row['project']),
        label: String(row['title']),
        value: number(row, measure ?? ''),
        text: change(number(row, measure ?? ''), Math.min(1, digits)),
    }));
    return (
        <>
            <JobButton kind="build" />
            {measure && (
                <label class="inline-label">
                    {t('projects.measure')}{' '}
                    <select value={measure} onChange={event => setAsked(event.currentTarget.value as Measure)}>
                        {offered.map(key => (
                            <option key={key} value={key}>
                                {title(key)}
                            </option>
                        ))}
                    </select>
                </label>
            )}
            {bars.length > 0 && <Bars bars={bars} unit={t('unit.musd')} label={t('view.build')} />}
            <BestSet titles={titles} />
            <Pairs titles={titles} />
        </>
    );
}

export const build: View = {
    id: 'build',
    title: 'view.build',
    how: 'how.build',
    job: 'build',
    equations: [
        'phi_p = sum_S |S|! (n - |S| - 1)! / n! (v(S + p) - v(S))',
        'NPV = sum_t (revenue_t - capital_t - upkeep_t) / (1 + d)^t',
        'I(ab) = v(ab) - v(a) - v(b) + v()',
    ],
    table,
    Chart,
};
