import { size } from '../format';
import { t, tOr } from '../i18n';
import { currentScenario } from '../store';
import type { Action, Lever, LeverField, Yaml } from '../types';
import { sizeOf } from '../scenario';
import { nameOf, type Context, type View, type ViewProps } from './context';
import type { TableModel } from './table';

const Sizes = new Set(['rate', 'change', 'points', 'days']);
const MostNamed = 8;

function sizeWords(field: LeverField, value: Yaml | undefined): string {
    const given = sizeOf(value);
    if (given === null) {
        return '';
    }
    const name = tOr(`field.${field.name}`, field.name.replaceAll('_', ' '));
    return field.kind === 'days'
        ? `${name} ${size(given)} ${t('unit.days')}`
        : `${name} ${size(100 * given)}${field.kind === 'points' ? ` ${t('unit.pp')}` : '\u00a0%'}`;
}

function whoWords(context: Context, value: Yaml | undefined): string {
    if (value === undefined || value === null) {
        return t('package.all-members');
    }
    const words = Array.isArray(value) ? value.map(String) : [String(value)];
    return words.length === 1 && words[0] === 'members'
        ? t('package.all-members')
        : words.map(code => nameOf(context, code)).join(', ');
}

function whatWords(action: Action): string {
    const named = ['project', 'passage', 'crossings', 'crossing', 'sectors']
        .map(key => [key, action[key]] as const)
        .filter(([, value]) => value !== undefined && value !== null);
    return named
        .map(([key, value]) => {
            const words = Array.isArray(value) ? value.map(String) : [String(value)];
            const list =
                words.length > MostNamed
                    ? t('package.count', { n: words.length })
                    : words.map(word => tOr(`sector.${word}`, word)).join(', ');
            return `${tOr(`field.${key}`, key)}: ${list}`;
        })
        .join('; ');
}

function table(context: Context): TableModel {
    const leverOf = (action: Action): Lever | undefined =>
        context.world.levers.find(lever => lever.lever === action.lever);
    return {
        columns: [
            { key: 'title', title: t('column.action'), kind: 'text' },
            { key: 'lever_title', title: t('package.lever'), kind: 'text' },
            { key: 'sizes', title: t('package.size'), kind: 'text' },
            { key: 'what', title: t('package.what'), kind: 'text' },
            { key: 'by', title: t('levers.by'), kind: 'text' },
            { key: 'source', title: t('card.source'), kind: 'text' },
        ],
        rows: (currentScenario().actions ?? []).map(action => {
            const lever = leverOf(action);
            return {
                title: String(action['title'] ?? lever?.title ?? action.id),
                lever_title: tOr(`lever.${action.lever}`, lever?.title ?? action.lever),
                sizes: (lever?.fields ?? [])
                    .filter(field => Sizes.has(field.kind))
                    .map(field => sizeWords(field, action[field.name]))
                    .filter(Boolean)
                    .join(', '),
                what: whatWords(action),
                by: whoWords(context, action['by']),
                source: String(action['source'] ?? t('levers.no-source')),
            };
        }),
    };
}

/** The actions of the package in words, each with its source. */
function Chart({ table: { rows } }: ViewProps) {
    return (
        <ol class="package">
            {rows.map((row, i) => (
                <li key={i}>
                    <strong lang="en">{String(row['title'])}</strong>
                    <p>
                        {[row['lever_title'], row['sizes'], row['what']].filter(Boolean).join(' · ')}.{' '}
                        {t('levers.by')}: {String(row['by'])}
                    </p>
                    <p class="note" lang="en">
                        {String(row['source'])}
                    </p>
                </li>
            ))}
        </ol>
    );
}

export const packageView: View = {
    id: 'package',
    title: 'view.package',
    how: 'how.package',
    equations: [],
    isTable: true,
    table,
    Chart,
};
