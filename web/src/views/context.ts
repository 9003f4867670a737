import type { ComponentType } from 'preact';
import { economyName, tOr, type MessageKey } from '../i18n';
import type { JobKind } from '../jobs';
import type { State, ViewId } from '../state';
import type { World } from '../world';
import type { Economy, Row, Run } from '../types';
import type { TableModel } from './table';

/** What a view is made from. */
export interface Context {
    readonly state: State;
    readonly world: World;
    readonly run: Run;
}

export interface ViewProps {
    readonly context: Context;
    readonly table: TableModel;
}

/** One kind of answer: its table, from which everything it shows is made, and its picture. */
export interface View {
    readonly id: ViewId;
    readonly title: MessageKey;
    /** How the numbers come about; the drawer adds data, residual and the scenario. */
    readonly how: MessageKey;
    readonly equations: readonly string[];
    readonly table: (context: Context) => TableModel;
    readonly Chart: ComponentType<ViewProps>;
    /** The command that gives the same, with FILE for the scenario; `run FILE`, or that of the job, where left out. */
    readonly command?: (context: Context) => string;
    /** The long computation that gives the numbers, where they are not in the result itself. */
    readonly job?: JobKind;
    /** Whether the table is the picture itself. */
    readonly isTable?: boolean;
}

/** A word for a command line; a link may bring any word. */
export const quoted = (word: string): string =>
    /^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** What made a result, in one line to stand under a picture of it. */
export const provenanceOf = (run: Run): string =>
    `${run.scenario.name} ${run.scenario.hash.slice(0, 8)} · Caravan ${run.caravan} · ${run.baseline.name} ` +
    `${run.baseline.hash.slice(0, 8)} · ${tOr(`model.${run.options.model}`, run.options.model)}`;

const names = new WeakMap<readonly Economy[], ReadonlyMap<string, string>>();

export function nameOf(context: Context, code: string): string {
    const { economies } = context.world;
    let named = names.get(economies);
    if (!named) {
        named = new Map(economies.map(({ economy, name }) => [economy, name]));
        names.set(economies, named);
    }
    return economyName(code, named.get(code) ?? code);
}

export const sectorName = (context: Context, code: string): string =>
    tOr(`sector.${code}`, context.world.sectors.find(s => s.sector === code)?.name ?? code);

export const groupName = (name: string): string => tOr(`group.${name}`, name);

export const number = (row: Row | undefined, key: string): number => {
    const value = row?.[key];
    return typeof value === 'number' ? value : 0;
};

export const rowsOf = (run: Run): readonly Row[] => run.economies ?? [];
export const membersOf = (run: Run): readonly Row[] => rowsOf(run).filter(row => row['member'] === true);

/** The economy that views of one economy show: the one looked at, else the member that gains most. */
export function focusOf(context: Context): string {
    if (context.state.focus) {
        return context.state.focus;
    }
    const best = [...membersOf(context.run)].sort(
        (a, b) => number(b, 'real_income_pct') - number(a, 'real_income_pct'),
    )[0];
    return String(best?.['economy'] ?? rowsOf(context.run)[0]?.['economy'] ?? '');
}
