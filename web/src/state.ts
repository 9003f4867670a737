import type { Lang } from './i18n';
import { noEdits, type Edits } from './scenario';
import type { Scenario } from './types';

export type Theme = 'auto' | 'light' | 'dark';
export type ViewId =
    | 'members'
    | 'ranked'
    | 'coast'
    | 'sectors'
    | 'trade'
    | 'journeys'
    | 'decomposition'
    | 'links'
    | 'build'
    | 'cash'
    | 'debt'
    | 'coalitions'
    | 'share'
    | 'discuss'
    | 'frontier'
    | 'compare'
    | 'package';
export type Layer = 'rail' | 'projects' | 'crossings' | 'passages' | 'arcs';
export type Pane = 'world' | 'levers' | 'answers';

/** Everything a view depends on, except what the server answers. It is kept in the address of the page. */
export interface State {
    readonly lang: Lang;
    readonly theme: Theme;
    readonly baseline: string;
    /** The pack that the scenario began as; empty for a scenario of the user's own. */
    readonly pack: string;
    /** A scenario that was dropped on the page or reopened, in place of a pack. */
    readonly own: Scenario | null;
    readonly edits: Edits;
    /** Id of a kept result that is shown as it was, until something changes; empty for none. */
    readonly saved: string;
    readonly model: string;
    readonly closure: string;
    readonly measure: string;
    /** The economy looked at; empty for none. */
    readonly focus: string;
    /** The region that the map shows; empty once it was moved by hand. */
    readonly region: string;
    readonly layers: readonly Layer[];
    /** Views of the side and of the two places below the map. */
    readonly slots: readonly [ViewId, ViewId, ViewId];
    /** The scenario compared with: a pack, or `start` for the same without edits. */
    readonly against: string;
    readonly from: string;
    readonly to: string;
    /** On narrow screens: what is shown. */
    readonly pane: Pane;
}

export const startState: State = {
    lang: 'en',
    theme: 'auto',
    baseline: 'world-2023',
    pack: 'china-central-asia',
    own: null,
    edits: noEdits,
    saved: '',
    model: '',
    closure: '',
    measure: 'real_income_pct',
    focus: '',
    region: 'world',
    layers: ['projects'],
    slots: ['members', 'ranked', 'coast'],
    against: 'start',
    from: 'Chongqing',
    to: 'Duisburg',
    pane: 'world',
};

/** The part of the state that undo and redo go through. */
export type Package = Pick<State, 'pack' | 'own' | 'edits' | 'saved' | 'model' | 'closure'>;

export function packageOf(state: State): Package {
    const { pack, own, edits, saved, model, closure } = state;
    return { pack, own, edits, saved, model, closure };
}

const Words: readonly (keyof State)[] = [
    'lang',
    'theme',
    'baseline',
    'pack',
    'saved',
    'model',
    'closure',
    'measure',
    'focus',
    'region',
    'against',
    'from',
    'to',
    'pane',
];
const Lists: readonly (keyof State)[] = ['layers', 'slots'];

async function squeeze(text: string, method: 'deflate' | 'inflate'): Promise<string> {
    if (method === 'deflate') {
        const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
        const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
        return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''))
            .replaceAll('+', '-')
            .replaceAll('/', '_')
            .replaceAll('=', '');
    }
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}

/** The state as the part of an address after `#`; only what differs from the start. */
export async function toFragment(state: State, start: State = startState): Promise<string> {
    const query = new URLSearchParams();
    // a kept result brings its package along
    const isOwn = (key: keyof State): boolean =>
        state.saved === '' || !['pack', 'model', 'closure', 'baseline'].includes(key);
    for (const key of Words) {
        if (state[key] !== start[key] && isOwn(key)) {
            query.set(key, String(state[key]));
        }
    }
    for (const key of Lists) {
        const text = (state[key] as readonly string[]).join(' ');
        if (text !== (start[key] as readonly string[]).join(' ')) {
            query.set(key, text);
        }
    }
    if (state.saved === '' && (state.own !== start.own || state.edits !== start.edits)) {
        query.set('c', await squeeze(JSON.stringify({ own: state.own, edits: state.edits }), 'deflate'));
    }
    return query.toString();
}

/** The state of an address; what is missing or damaged is as at the start. */
export async function fromFragment(fragment: string, start: State = startState): Promise<State> {
    const query = new URLSearchParams(fragment.replace(/^#/, ''));
    const found: Record<string, unknown> = { ...start };
    for (const key of Words) {
        const text = query.get(key);
        if (text !== null) {
            found[key] = text;
        }
    }
    for (const key of Lists) {
        const text = query.get(key);
        if (text !== null) {
            found[key] = text.split(' ').filter(part => part !== '');
        }
    }
    const squeezed = query.get('c');
    if (squeezed) {
        try {
            const { own, edits } = JSON.parse(await squeeze(squeezed, 'inflate')) as {
                own?: Scenario;
                edits?: Partial<Edits>;
            };
            found['own'] = own ?? null;
            found['edits'] = { ...noEdits, ...edits };
        } catch {
            found['edits'] = noEdits;
        }
    }
    const state = found as unknown as State;
    return {
        ...state,
        lang: ['en', 'zh', 'ru'].includes(state.lang) ? state.lang : 'en',
        slots: state.slots.length === 3 ? state.slots : start.slots,
    };
}
