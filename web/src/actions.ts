import { allActions, freeId, isEdited, noEdits, type Edits } from './scenario';
import { act, getState, startScenario } from './store';
import type { Action, Lever, MapItem, Yaml } from './types';

// What a click does to the package; every one of them is a step of undo.

const actions = (): Action[] => allActions(startScenario(), getState().edits);

function edit(part: Partial<Edits>, isMoving = false): void {
    const edits = { ...getState().edits, ...part };
    act({ edits: isEdited(edits) ? edits : noEdits }, isMoving);
}

export function switchAction(id: string, isOn: boolean): void {
    const { off, added } = getState().edits;
    if (!isOn && added.some(action => action.id === id)) {
        edit({ off: [...off.filter(x => x !== id), id] });
    } else {
        edit({ off: isOn ? off.filter(x => x !== id) : [...off, id] });
    }
}

/** Takes away an action that was added; the start's own can only be switched off. */
export function dropAction(id: string): void {
    const { added, off, set } = getState().edits;
    const { [id]: _, ...rest } = set;
    edit({ added: added.filter(action => action.id !== id), off: off.filter(x => x !== id), set: rest });
}

export function setField(id: string, field: string, value: Yaml, isMoving = false): void {
    const { set } = getState().edits;
    edit({ set: { ...set, [id]: { ...set[id], [field]: value } } }, isMoving);
}

/** Puts an action back as the start has it. */
export function resetAction(id: string): void {
    const { set, off } = getState().edits;
    const { [id]: _, ...rest } = set;
    edit({ set: rest, off: off.filter(x => x !== id) });
}

export function resetAll(): void {
    act({ edits: noEdits, model: '', closure: '' });
}

function add(action: Omit<Action, 'id'> & { lever: string }, id: string): void {
    edit({ added: [...getState().edits.added, { id: freeId(id, actions()), ...action } as Action] });
}

const usualSize: Readonly<Record<string, string>> = {
    change: '-10%',
    points: '-1pp',
    rate: '10%',
    days: '-1 days',
};

/** Adds an action of a lever with the sizes that it has by default, else small ones. */
export function addLever(lever: Lever): void {
    const fields: Record<string, Yaml> = {};
    const isNamed = (field: string): boolean => lever.fields.some(f => f.name === field);
    if (isNamed('between')) {
        fields['between'] = 'members';
    }
    const sizes = lever.fields.filter(
        f => usualSize[f.kind] && (f.need === 'one-of' || f.need === 'any-of' || f.need === 'required'),
    );
    const chosen = sizes.find(f => f.kind === 'change') ?? sizes[0];
    if (chosen) {
        fields[chosen.name] =
            chosen.default_text ||
            (lever.group === 'people' || lever.lever === 'productivity' ? '1%' : (usualSize[chosen.kind] ?? '0%'));
    }
    add({ lever: lever.lever, title: lever.title ?? lever.lever, ...fields, source: 'illustrative' }, lever.lever);
}

const names = (value: Yaml | undefined): string[] =>
    Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];

export interface Touch {
    readonly action: Action;
    readonly isOn: boolean;
}

/** The actions of the package that name things of the map, by the id of the thing; the first where several do. */
export function touches(): ReadonlyMap<string, Touch> {
    const off = new Set(getState().edits.off);
    const found = new Map<string, Touch>();
    for (const action of actions()) {
        for (const field of ['project', 'projects', 'passage', 'crossing', 'crossings']) {
            for (const id of names(action[field])) {
                if (!found.has(id)) {
                    found.set(id, { action, isOn: !off.has(action.id) });
                }
            }
        }
    }
    return found;
}

/** The action of the package that touches a thing of the map, if there is one that names it. */
export const actionOn = (item: MapItem): Touch | null => touches().get(item.id) ?? null;

export function buildProject(item: MapItem): void {
    add({ lever: 'link', title: item.name, project: item.id, source: 'catalogue of projects' }, item.id);
}

export function takeAway(item: MapItem): void {
    add(
        { lever: 'link-closure', title: item.name, project: item.id, source: 'catalogue of projects' },
        `without-${item.id}`,
    );
}

export function speedUp(item: MapItem): void {
    add(
        { lever: 'border-time', title: item.name, crossings: item.id, change: '-50%', source: 'illustrative' },
        `faster-${item.id}`,
    );
}

export function closeCrossing(item: MapItem): void {
    add({ lever: 'link-closure', title: item.name, crossing: item.id, source: 'illustrative' }, `closed-${item.id}`);
}

export function closePassage(item: MapItem): void {
    add({ lever: 'link-closure', title: item.name, passage: item.id, source: 'illustrative' }, `closed-${item.id}`);
}

/** Lets an economy join the package or leave it. */
export function setMember(code: string, members: readonly string[], isMember: boolean): void {
    const kept = members.filter(member => member !== code);
    edit({ members: isMember ? [...kept, code].sort() : kept });
}
