import { useState } from 'preact/hooks';
import { Points } from '../charts/Points';
import { change, millions } from '../format';
import { t, tOr } from '../i18n';
import { membersOf, nameOf, number, type Context, type View, type ViewProps } from './context';
import { packageWords } from './Discuss';
import { JobButton } from './JobButton';
import { answerOf, listOf, partOf } from './procedure';
import type { TableModel } from './table';

/** The name of a group: an economy in the language of the page, else the answer's words. */
function groupWords(context: Context, words: string): string {
    const found = context.world.economies.find(economy => economy.name === words);
    return found ? nameOf(context, found.economy) : tOr(`party.${words}`, words);
}

function table(context: Context): TableModel {
    const unit = t('unit.musd');
    return {
        columns: [
            { key: 'words', title: t('discuss.package'), kind: 'text' },
            {
                key: 'first_musd',
                title: t('frontier.first', { who: '' }).replace(/[:：]\s*$/, ''),
                kind: 'musd',
                unit,
            },
            {
                key: 'second_musd',
                title: t('frontier.second', { who: '' }).replace(/[:：]\s*$/, ''),
                kind: 'musd',
                unit,
            },
            { key: 'first_pct', title: '1', kind: 'pct', unit: '%' },
            { key: 'second_pct', title: '2', kind: 'pct', unit: '%' },
            { key: 'accepting', title: t('discuss.accepting'), kind: 'count' },
        ],
        rows: listOf(answerOf('discuss'), 'pareto', 'points').map(row => ({
            ...row,
            words: packageWords(context, row['package']),
        })),
    };
}

function Chart({ context, table: { rows } }: ViewProps) {
    const [chosen, setChosen] = useState(0);
    const answer = answerOf('discuss');
    const frontier = partOf(answer, 'pareto');
    const first = groupWords(context, String(frontier['first'] ?? ''));
    const second = groupWords(context, String(frontier['second'] ?? ''));
    const all = membersOf(context.run).length;
    const row = rows[Math.min(chosen, rows.length - 1)];
    return (
        <>
            <JobButton kind="discuss" />
            {rows.length > 0 && (
                <>
                    <Points
                        points={rows.map((one, i) => ({
                            key: String(i),
                            x: number(one, 'first_musd'),
                            y: number(one, 'second_musd'),
                            isFull: number(one, 'accepting') >= all,
                            isChosen: one === row,
                            label: String(one['words']),
                        }))}
                        xTitle={`${t('frontier.first', { who: first })}, ${t('unit.musd')}`}
                        yTitle={`${t('frontier.second', { who: second })}, ${t('unit.musd')}`}
                        label={t('view.frontier')}
                        onPick={key => setChosen(Number(key))}
                    />
                    <p class="note">{t('frontier.note')}</p>
                    {row && (
                        <p>
                            <strong>
                                {first} {millions(number(row, 'first_musd'))} ({change(number(row, 'first_pct'), 3)}
                                {'\u00a0'}%) · {second} {millions(number(row, 'second_musd'))} (
                                {change(number(row, 'second_pct'), 3)}
                                {'\u00a0'}%)
                            </strong>
                            <br />
                            {String(row['words'])}
                        </p>
                    )}
                </>
            )}
            {rows.length === 0 && answer['status'] !== undefined && <p class="note">{t('frontier.none')}</p>}
        </>
    );
}

export const frontier: View = {
    id: 'frontier',
    title: 'view.frontier',
    how: 'how.frontier',
    job: 'discuss',
    equations: ['P is on the frontier: no Q with g_1(Q) >= g_1(P), g_2(Q) >= g_2(P), one of them more'],
    table,
    Chart,
};
