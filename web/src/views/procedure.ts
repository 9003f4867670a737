import { tOr } from '../i18n';
import { jobOf, type JobKind } from '../jobs';
import type { Row } from '../types';
import { nameOf, type Context } from './context';

// What the answers of long computations have in common. Their shapes are those of `caravan build`, `share` and
// `discuss --json`; what is not there reads as nothing.

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/** The finished answer of a kind, or an empty one. */
export function answerOf(kind: JobKind): Json {
    const found = jobOf(kind);
    return found?.job.state === 'done' && isJson(found.job.result) ? found.job.result : {};
}

/** A part of an answer by its keys; empty where it is missing. */
export function partOf(value: unknown, ...keys: readonly string[]): Json {
    const found = keys.reduce<unknown>((at, key) => (isJson(at) ? at[key] : undefined), value);
    return isJson(found) ? found : {};
}

/** A list of rows of an answer. */
export function listOf(value: unknown, ...keys: readonly string[]): readonly Row[] {
    const found = keys.reduce<unknown>((at, key) => (isJson(at) ? at[key] : undefined), value);
    return Array.isArray(found) ? (found.filter(isJson) as unknown as Row[]) : [];
}

/** Words of a list in an answer. */
export const wordsOf = (value: unknown): readonly string[] =>
    Array.isArray(value)
        ? value.map(String)
        : typeof value === 'string' && value !== ''
          ? value.split(/[;,]\s*/)
          : [];

export const numberOf = (value: unknown): number | null =>
    typeof value === 'number' && Number.isFinite(value) ? value : null;

/** The name of a party: an economy in the language of the page, anybody else as the answer names it. */
export const partyName = (context: Context, code: string, name: string): string =>
    context.world.economies.some(economy => economy.economy === code)
        ? nameOf(context, code)
        : tOr(`party.${code}`, name);

/** The title of an action of the package by its id. */
export function actionTitle(context: Context, id: string): string {
    const actions = context.world.pack?.scenario.actions ?? [];
    const own = context.state.own?.actions ?? [];
    // a part of an action is told as `id (50%)`
    const [, name = id, part = ''] = /^(\S+)( \(.+\))?$/.exec(id) ?? [];
    const found = [...own, ...context.state.edits.added, ...actions].find(action => action.id === name);
    return `${String(found?.['title'] ?? name)}${part}`;
}
