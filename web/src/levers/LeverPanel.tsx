import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { addLever, resetAll } from '../actions';
import { memo } from '../hooks';
import { t, tOr, type Lang } from '../i18n';
import { allActions, isEdited } from '../scenario';
import { act, startScenario } from '../store';
import type { Action, Lever, LeverGroup } from '../types';
import type { Context } from '../views/context';
import { LeverCard } from './LeverCard';

const groups: readonly LeverGroup[] = ['policy', 'connectivity', 'trade', 'finance', 'people'];

// Levers that need a thing named get it from the map.
const fromMap = new Set(['link', 'link-closure']);

interface AddProps {
    readonly group: LeverGroup;
    readonly levers: readonly Lever[];
    readonly lang: Lang;
}

const AddMenu = memo(({ group, levers }: AddProps): VNode | null => {
    const offered = levers.filter(lever => lever.group === group && !fromMap.has(lever.lever));
    return offered.length === 0 ? null : (
        <label class="add-lever">
            <span class="hidden">{t('levers.add')}</span>
            <select
                value=""
                onChange={event => {
                    const lever = offered.find(l => l.lever === event.currentTarget.value);
                    event.currentTarget.value = '';
                    if (lever) {
                        addLever(lever);
                    }
                }}
            >
                <option value="">{t('levers.add')}</option>
                {offered.map(lever => (
                    <option key={lever.lever} value={lever.lever}>
                        {tOr(`lever.${lever.lever}`, lever.title ?? lever.lever)}
                    </option>
                ))}
            </select>
        </label>
    );
});

function Options({ context }: { context: Context }): VNode {
    const { state, run } = context;
    return (
        <fieldset class="options">
            <legend>{t('options.title')}</legend>
            <label>
                {t('options.model')}{' '}
                <select
                    value={state.model || run.options.model}
                    onChange={event => act({ model: event.currentTarget.value })}
                >
                    {['input-output', 'multi-sector', 'one-sector'].map(id => (
                        <option key={id} value={id}>
                            {tOr(`model.${id}`, id)}
                        </option>
                    ))}
                </select>
            </label>
            <label>
                {t('options.closure')}{' '}
                <select
                    value={state.closure || run.options.closure}
                    onChange={event => act({ closure: event.currentTarget.value })}
                >
                    {['fixed', 'zero'].map(id => (
                        <option key={id} value={id}>
                            {tOr(`closure.${id}`, id)}
                        </option>
                    ))}
                </select>
            </label>
        </fieldset>
    );
}

/** Levers of the package in five groups, each with what may be added. */
export function LeverPanel({ context }: { context: Context }): VNode {
    const { world, state } = context;
    const { edits } = state;
    const actions = allActions(startScenario(), edits);
    const leverOf = (action: Action): Lever | undefined => world.levers.find(lever => lever.lever === action.lever);
    // A card is painted anew only for what it shows, not for every result.
    const named = useMemo(
        () => context,
        [world.economies, world.sectors, world.projects, world.passages, world.crossings, state.lang],
    );
    const [open, setOpen] = useState<Readonly<Record<string, boolean>>>({});
    return (
        <div class="levers">
            <div class="levers-head">
                <h2>{t('levers.title')}</h2>
                <button type="button" class="quiet-button" disabled={!isEdited(edits)} onClick={resetAll}>
                    {t('levers.reset-all')}
                </button>
            </div>
            {groups.map(group => {
                const mine = actions.filter(action => (leverOf(action)?.group ?? 'policy') === group);
                if (mine.length === 0 && !world.levers.some(lever => lever.group === group)) {
                    return null;
                }
                const isOpen = open[group] ?? mine.length > 0;
                return (
                    <section key={group} class={`lever-group group-${group}`}>
                        <h3>
                            <button
                                type="button"
                                aria-expanded={isOpen}
                                onClick={() => setOpen({ ...open, [group]: !isOpen })}
                            >
                                {t(`levers.${group}`)} <span class="badge">{mine.length}</span>
                            </button>
                        </h3>
                        {isOpen && (
                            <>
                                {mine.map(action => (
                                    <LeverCard
                                        key={action.id}
                                        action={action}
                                        lever={leverOf(action)}
                                        context={named}
                                        issues={world.issues}
                                        isOff={edits.off.includes(action.id)}
                                        isAdded={edits.added.some(a => a.id === action.id)}
                                        isSet={edits.set[action.id] !== undefined}
                                    />
                                ))}
                                {group === 'connectivity' && <p class="note">{t('levers.from-map')}</p>}
                                <AddMenu group={group} levers={world.levers} lang={state.lang} />
                            </>
                        )}
                    </section>
                );
            })}
            <Options context={context} />
        </div>
    );
}
