import type { FlowFilter } from '../api';
import type { State, ViewId } from '../state';
import type { Run } from '../types';

// Which parts of a result a view needs; the page asks the server only for what is on it.
const needs: Readonly<Partial<Record<ViewId, readonly string[]>>> = {
    sectors: ['sectors'],
    journeys: ['transport'],
    links: ['links'],
};

const MostTraders = 12;

/** Economies of the trade matrix: the members, and the one looked at. */
export function tradersOf(state: State, run: Run | null): string[] {
    const members = (run?.economies ?? []).filter(row => row['member'] === true).map(row => String(row['economy']));
    const first = state.focus ? [state.focus] : [];
    return [...new Set([...first, ...members])].slice(0, MostTraders).sort();
}

export function fieldsOf(state: State, run: Run | null): { fields: string[]; flows: FlowFilter | null } {
    const fields = new Set(['economies', 'groups', 'inequality']);
    for (const slot of state.slots) {
        needs[slot]?.forEach(field => fields.add(field));
    }
    const hasArcs = state.layers.includes('arcs') && state.focus !== '';
    const traders = state.slots.includes('trade') ? tradersOf(state, run) : [];
    if (traders.length === 0 && !hasArcs) {
        return { fields: [...fields], flows: null };
    }
    fields.add('flows');
    const origins = hasArcs ? [...new Set([...traders, state.focus])] : traders;
    return { fields: [...fields], flows: { origins, ...(hasArcs ? {} : { destinations: traders }), total: true } };
}
