import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { look } from '../store';
import { nameOf, type Context } from '../views/context';
import type { Picked, PickedKind } from './layers';

interface Found {
    readonly key: string;
    readonly name: string;
    readonly kind: string;
    readonly pick: () => void;
}

const Most = 8;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds economies, projects, crossings and passages by name; the way to the map's things without a pointer. */
export function Search({
    context,
    onPick,
}: {
    readonly context: Context;
    readonly onPick: (picked: Picked | null) => void;
}): VNode {
    const [text, setText] = useState('');
    const [at, setAt] = useState(0);
    const { world } = context;
    const wanted = plain(text.trim());
    const found: Found[] = [];
    if (wanted) {
        for (const economy of world.economies) {
            const name = nameOf(context, economy.economy);
            if (
                plain(`${name} ${economy.name} ${economy.economy} ${(economy.contains ?? []).join(' ')}`).includes(
                    wanted,
                )
            ) {
                found.push({
                    key: economy.economy,
                    name,
                    kind: t('column.economy'),
                    pick: () => {
                        onPick(null);
                        look({ focus: economy.economy });
                    },
                });
            }
        }
        const layers: readonly (readonly [PickedKind, typeof world.projects])[] = [
            ['project', world.projects],
            ['passage', world.passages],
            ['crossing', world.crossings],
        ];
        for (const [kind, lines] of layers) {
            for (const { properties: item } of lines?.features ?? []) {
                if (plain(`${item.name} ${item.id}`).includes(wanted)) {
                    found.push({
                        key: `${kind}/${item.id}`,
                        name: item.name,
                        kind: t(`map.${kind}`),
                        pick: () => onPick({ kind, item }),
                    });
                }
            }
        }
        found.sort((a, b) => Number(plain(b.name).startsWith(wanted)) - Number(plain(a.name).startsWith(wanted)));
    }
    const shown = found.slice(0, Most);
    const take = (one: Found | undefined): void => {
        one?.pick();
        setText('');
        setAt(0);
    };
    return (
        <div class="search">
            <input
                type="text"
                role="combobox"
                value={text}
                placeholder={t('search.placeholder')}
                aria-label={t('search.placeholder')}
                aria-expanded={shown.length > 0}
                aria-controls="found"
                aria-autocomplete="list"
                {...(shown.length > 0 ? { 'aria-activedescendant': `found-${at}` } : {})}
                onInput={event => {
                    setText(event.currentTarget.value);
                    setAt(0);
                }}
                onKeyDown={event => {
                    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                        event.preventDefault();
                        setAt((at + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % Math.max(1, shown.length));
                    } else if (event.key === 'Enter') {
                        take(shown[at]);
                        // who came by keys goes on by keys, to what can be done with it
                        window.setTimeout(
                            () => document.querySelector<HTMLElement>('.card-actions button')?.focus(),
                            80,
                        );
                    } else if (event.key === 'Escape') {
                        setText('');
                    }
                }}
            />
            <ul id="found" role="listbox" aria-label={t('search.found')} hidden={shown.length === 0}>
                {shown.map((one, i) => (
                    <li
                        key={one.key}
                        id={`found-${i}`}
                        role="option"
                        aria-selected={i === at}
                        onPointerDown={() => take(one)}
                    >
                        {one.name} <small>{one.kind}</small>
                    </li>
                ))}
            </ul>
            {wanted && shown.length === 0 && (
                <p class="search-none" role="status">
                    {t('search.none')}
                </p>
            )}
        </div>
    );
}
