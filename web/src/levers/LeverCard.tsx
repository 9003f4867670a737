import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dropAction, resetAction, setField, switchAction } from '../actions';
import { memo } from '../hooks';
import { t, tOr } from '../i18n';
import { sizeOf, sizeText, sliderRange } from '../scenario';
import { settle } from '../store';
import type { Action, Issue, Lever, LeverField, Yaml } from '../types';
import { nameOf, sectorName, type Context } from '../views/context';

const isSize = (field: LeverField): boolean => ['rate', 'change', 'points', 'days'].includes(field.kind);
const words = (value: Yaml | undefined): string =>
    Array.isArray(value)
        ? value.map(String).join(', ')
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
                .map(([key, part]) => `${key} ${words(part as Yaml)}`)
                .join(' · ')
          : String(value ?? '');

const MostNamed = 4;

/** Whom or what a field names, in the language of the page. */
function whomWords(context: Context, field: LeverField, value: Yaml | undefined): string {
    const items = {
        projects: context.world.projects,
        passages: context.world.passages,
        crossings: context.world.crossings,
    };
    const itemName = (id: string): string =>
        items[field.kind as keyof typeof items]?.features.find(f => f.properties.id === id)?.properties.name ?? id;
    const one = (word: string): string =>
        word === 'members' || word === 'others' || word === 'all'
            ? tOr(`whom.${word}`, word)
            : field.kind === 'sectors'
              ? sectorName(context, word)
              : field.kind === 'economies'
                ? nameOf(context, word)
                : itemName(word);
    const named = Array.isArray(value) ? value.map(String) : [words(value)];
    const shown = named.slice(0, MostNamed).map(one).join(', ');
    return named.length > MostNamed ? `${shown} ${t('levers.and-more', { n: named.length - MostNamed })}` : shown;
}

interface SizeProps {
    readonly action: Action;
    readonly field: LeverField;
    readonly isOff: boolean;
    readonly title: string;
}

/** One size of an action: a slider with the number beside it. */
function Size({ action, field, isOff, title }: SizeProps): VNode {
    const given = sizeOf(action[field.name]);
    const value = given ?? field.default ?? 0;
    const range = sliderRange(field, value);
    const isDays = field.kind === 'days';
    const factor = isDays ? 1 : 100;
    const unit = isDays ? t('unit.days') : field.kind === 'points' ? t('unit.pp') : '%';
    const write = (next: number, isMoving: boolean): void => {
        if (Number.isFinite(next)) {
            setField(action.id, field.name, sizeText(next, field.kind), isMoving);
        }
    };
    const shown = Number((value * factor).toFixed(2));
    const label = `${title}: ${tOr(`field.${field.name}`, field.name)}`;
    return (
        <div class="size">
            <span class="size-name" title={field.meaning}>
                {tOr(`field.${field.name}`, field.name.replaceAll('_', ' '))}
            </span>
            <input
                type="range"
                min={range.minimum}
                max={range.maximum}
                step={range.step}
                value={value}
                disabled={isOff}
                aria-label={label}
                aria-valuetext={`${shown} ${unit}`}
                data-action={action.id}
                data-field={field.name}
                onInput={event => write(Number(event.currentTarget.value), true)}
                onChange={settle}
            />
            <span class="size-value">
                <input
                    type="number"
                    value={shown}
                    step={range.step * factor}
                    disabled={isOff}
                    aria-label={`${label} (${unit})`}
                    {...(field.minimum != null ? { min: field.minimum * factor } : {})}
                    {...(field.maximum != null ? { max: field.maximum * factor } : {})}
                    onChange={event => write(Number(event.currentTarget.value) / factor, false)}
                />
                <span aria-hidden="true">{unit}</span>
            </span>
        </div>
    );
}

interface Props {
    readonly action: Action;
    readonly lever: Lever | undefined;
    /** What names things; package and result may have moved on since. */
    readonly context: Context;
    readonly issues: readonly Issue[];
    readonly isOff: boolean;
    readonly isAdded: boolean;
    readonly isSet: boolean;
}

function About({ action, lever, context }: { action: Action; lever: Lever; context: Context }): VNode {
    const { state } = context;
    return (
        <div class="about">
            {state.lang !== 'en' && <p>{tOr(`lever.${lever.lever}`, lever.title ?? '')}</p>}
            <p lang="en">{lever.mechanism}</p>
            <pre lang="en">{lever.equation}</pre>
            {lever.enters && (
                <p class="note" lang="en">
                    {lever.enters}
                </p>
            )}
            <dl>
                {lever.fields
                    .filter(field => action[field.name] !== undefined || field.default_text)
                    .map(field => (
                        <>
                            <dt>{tOr(`field.${field.name}`, field.name.replaceAll('_', ' '))}</dt>
                            <dd lang="en">
                                {field.meaning}{' '}
                                {action[field.name] === undefined && (
                                    <em>{t('levers.default', { value: field.default_text ?? '' })}</em>
                                )}
                                {field.source && <small> {field.source}</small>}
                            </dd>
                        </>
                    ))}
                <dt>{t('card.source')}</dt>
                <dd lang="en">{words(action['source']) || t('levers.no-source')}</dd>
                {action['by'] !== undefined && (
                    <>
                        <dt>{t('levers.by')}</dt>
                        <dd>{words(action['by'])}</dd>
                    </>
                )}
            </dl>
        </div>
    );
}

/** An action of the package: switch, sizes, whom it concerns, its meaning and source, reset. */
export const LeverCard = memo(({ action, lever, context, issues, isOff, isAdded, isSet }: Props): VNode => {
    const [isOpen, setOpen] = useState(false);
    const isChanged = isOff || isSet;
    const title = words(action['title']) || tOr(`lever.${action.lever}`, lever?.title ?? action.lever);
    const fields = lever?.fields ?? [];
    const sizes = fields.filter(
        field => isSize(field) && action[field.name] !== undefined && sizeOf(action[field.name]) !== null,
    );
    // A size that has a default stands behind an action that names none.
    const implied =
        sizes.length === 0
            ? fields.filter(field => isSize(field) && field.default != null && field.need !== 'optional')
            : [];
    const whom = fields.filter(
        field =>
            ['economies', 'sectors', 'projects', 'passages', 'crossings'].includes(field.kind) &&
            action[field.name] !== undefined,
    );
    const mine = issues.filter(
        issue => issue.action === action.id || issue.problem.includes(`'${action.id}'`),
    );
    return (
        <article
            class={`lever${isOff ? ' is-off' : ''}${isChanged || isAdded ? ' is-changed' : ''}`}
            aria-label={title}
        >
            <div class="lever-row">
                <label class="switch">
                    <input
                        type="checkbox"
                        role="switch"
                        checked={!isOff}
                        aria-label={t('levers.switch', { title })}
                        onChange={event => switchAction(action.id, event.currentTarget.checked)}
                    />
                    <span aria-hidden="true" />
                </label>
                <h4 {...(words(action['title']) ? { lang: 'en' } : {})}>{title}</h4>
                <button
                    type="button"
                    class="about-button"
                    aria-expanded={isOpen}
                    aria-label={t('levers.about', { title })}
                    onClick={() => setOpen(!isOpen)}
                >
                    i
                </button>
            </div>
            {[...sizes, ...implied].map(field => (
                <Size key={field.name} action={action} field={field} isOff={isOff} title={title} />
            ))}
            {whom.length > 0 && (
                <p class="whom">
                    {whom
                        .map(
                            field =>
                                `${tOr(`field.${field.name}`, field.name)}: ${whomWords(context, field, action[field.name])}`,
                        )
                        .join(' · ')}
                </p>
            )}
            {mine.map((issue, i) => (
                <p key={i} class="warning" role="alert">
                    {issue.problem}. {issue.repair}
                </p>
            ))}
            {(isChanged || isAdded) && (
                <p class="lever-tools">
                    {isChanged && (
                        <button type="button" class="quiet-button" onClick={() => resetAction(action.id)}>
                            {t('levers.reset')}
                        </button>
                    )}
                    {isAdded && (
                        <button type="button" class="quiet-button" onClick={() => dropAction(action.id)}>
                            {t('levers.remove')}
                        </button>
                    )}
                </p>
            )}
            {isOpen && lever && (
                <>
                    {whom.map(field => (
                        <label key={field.name} class="whom-edit">
                            {tOr(`field.${field.name}`, field.name)}
                            <input
                                value={words(action[field.name])}
                                onChange={event => {
                                    const parts = event.currentTarget.value
                                        .split(',')
                                        .map(part => part.trim())
                                        .filter(Boolean);
                                    setField(action.id, field.name, parts.length === 1 ? (parts[0] ?? '') : parts);
                                }}
                            />
                        </label>
                    ))}
                    <About action={action} lever={lever} context={context} />
                </>
            )}
        </article>
    );
});
