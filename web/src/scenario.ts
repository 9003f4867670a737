import type { Action, LeverField, Scenario, Yaml } from './types';

/** What the user changed in the scenario that the page began with; small, so that it fits into a link. */
export interface Edits {
    /** Ids of actions that are switched off. */
    readonly off: readonly string[];
    /** Fields that were changed, by action; null takes a field away. */
    readonly set: Readonly<Record<string, Readonly<Record<string, Yaml>>>>;
    /** Actions that were added, in order. */
    readonly added: readonly Action[];
    /** Members, where they were changed. */
    readonly members: readonly string[] | null;
}

export const noEdits: Edits = { off: [], set: {}, added: [], members: null };

export function isEdited(edits: Edits): boolean {
    return edits.off.length + edits.added.length + Object.keys(edits.set).length > 0 || edits.members !== null;
}

export function changedAction(action: Action, edits: Edits): Action {
    const fields = edits.set[action.id];
    if (!fields) {
        return action;
    }
    const kept = Object.entries({ ...action, ...fields }).filter(([, value]) => value !== null);
    return Object.fromEntries(kept) as unknown as Action;
}

/** Every action in order, switched off ones too. */
export function allActions(start: Scenario, edits: Edits): Action[] {
    return [...(start.actions ?? []), ...edits.added].map(action => changedAction(action, edits));
}

/** The scenario that is solved: the start with all edits. */
export function effective(start: Scenario, edits: Edits, options: { model: string; closure: string }): Scenario {
    const off = new Set(edits.off);
    const actions = allActions(start, edits).filter(action => !off.has(action.id));
    const given = typeof start['options'] === 'object' && start['options'] !== null ? start['options'] : {};
    const chosen = {
        ...given,
        ...(options.model ? { model: options.model } : {}),
        ...(options.closure ? { closure: options.closure } : {}),
    };
    const scenario: Record<string, Yaml | undefined> = { ...start, actions };
    if (Object.keys(chosen).length > 0) {
        scenario['options'] = chosen;
    }
    if (edits.members) {
        scenario['members'] = edits.members;
    }
    return scenario as Scenario;
}

/** The number behind "-50%", "-3pp", "-2 days" or -0.5: a fraction, or days; null where it is none. */
export function sizeOf(value: Yaml | undefined): number | null {
    if (typeof value === 'number') {
        return value;
    }
    if (typeof value !== 'string') {
        return null;
    }
    const match = /^\s*([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(%|pp|days?)?\s*$/i.exec(value.replace('\u2212', '-'));
    if (!match) {
        return null;
    }
    const number = Number(match[1]);
    return match[2] === '%' || match[2]?.toLowerCase() === 'pp' ? number / 100 : number;
}

/** The text of a number as a scenario file has it. */
export function sizeText(value: number, kind: string): string {
    const shown = (x: number): string => String(Number(x.toFixed(4)));
    switch (kind) {
        case 'days':
            return `${shown(value)} days`;
        case 'points':
            return `${shown(value * 100)}pp`;
        default:
            return `${shown(value * 100)}%`;
    }
}

export interface SliderRange {
    readonly minimum: number;
    readonly maximum: number;
    readonly step: number;
}

/** The stretch of a field's range that a slider covers: where sizes of policy lie, widened to hold the value. */
export function sliderRange(field: LeverField, value: number | null): SliderRange {
    const usual: Readonly<Record<string, readonly [number, number, number]>> = {
        change: [-1, 1, 0.01],
        points: [-0.2, 0.2, 0.005],
        rate: [0, 1, 0.01],
        days: [-30, 30, 0.5],
    };
    const [low, high, step] = usual[field.kind] ?? [-1, 1, 0.01];
    const least = Math.max(low, field.minimum ?? -Infinity);
    const most = Math.min(high, field.maximum ?? Infinity);
    return {
        minimum: Math.min(least, value ?? least),
        maximum: Math.max(most, value ?? most),
        step: most <= 0.2 ? step / 2 : step,
    };
}

/** An id that no action has yet. */
export function freeId(wanted: string, actions: readonly Action[]): string {
    const base =
        wanted
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, '') || 'action';
    const taken = new Set(actions.map(action => action.id));
    let id = base;
    for (let n = 2; taken.has(id); n++) {
        id = `${base}-${n}`;
    }
    return id;
}

const Plain = /^[A-Za-z][A-Za-z0-9 ._/-]*[A-Za-z0-9]$|^[A-Za-z]$|^-?\d+(\.\d+)?(%|pp| days)?$/;
const Reserved = /^(true|false|yes|no|on|off|null|y|n|~)$/i;

function scalar(value: string | number | boolean | null): string {
    if (typeof value !== 'string') {
        return String(value);
    }
    const looksNumber = /^-?\d+(\.\d+)?$/.test(value);
    return Plain.test(value) && !Reserved.test(value) && !looksNumber ? value : JSON.stringify(value);
}

function flow(value: Yaml): string {
    if (Array.isArray(value)) {
        return `[${(value as readonly Yaml[]).map(flow).join(', ')}]`;
    }
    if (typeof value === 'object' && value !== null) {
        return `{${Object.entries(value)
            .map(([key, part]) => `${key}: ${flow(part as Yaml)}`)
            .join(', ')}}`;
    }
    return scalar(value as string | number | boolean | null);
}

const isMapping = (value: Yaml): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The scenario as a YAML file for the command line. */
export function toYaml(scenario: Scenario): string {
    const lines: string[] = [];
    for (const [key, value] of Object.entries(scenario)) {
        if (value === undefined || value === null) {
            continue;
        }
        const isLong = Array.isArray(value) && (value.some(isMapping) || flow(value).length > 90);
        if (isLong) {
            lines.push(`${key}:`);
            for (const item of value as readonly Yaml[]) {
                const entries = isMapping(item) ? Object.entries(item as Record<string, Yaml>) : null;
                if (!entries) {
                    lines.push(`  - ${flow(item)}`);
                    continue;
                }
                entries.forEach(([name, part], i) => lines.push(`  ${i === 0 ? '- ' : '  '}${name}: ${flow(part)}`));
            }
        } else if (isMapping(value) && key === 'sets') {
            lines.push(`${key}:`);
            for (const [name, part] of Object.entries(value as Record<string, Yaml>)) {
                lines.push(`  ${name}: ${flow(part)}`);
            }
        } else {
            lines.push(`${key}: ${flow(value)}`);
        }
    }
    return `${lines.join('\n')}\n`;
}
