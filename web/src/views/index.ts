import type { ViewId } from '../state';
import { coast } from './Coast';
import { compare } from './Compare';
import type { View } from './context';
import { decomposition } from './Decomposition';
import { journeys } from './Journeys';
import { links } from './Links';
import { members } from './Members';
import { packageView } from './Package';
import { build, discuss, share } from './Procedures';
import { ranked } from './Ranked';
import { sectors } from './Sectors';
import { trade } from './Trade';

/** Every kind of answer, in the order of the menus. */
export const views: readonly View[] = [
    members,
    ranked,
    coast,
    sectors,
    trade,
    journeys,
    links,
    decomposition,
    compare,
    build,
    share,
    discuss,
    packageView,
];

/** The answers that a single result has without a server, in the order of a report. */
export const reportViews: readonly View[] = [
    members,
    ranked,
    coast,
    packageView,
    decomposition,
    sectors,
    trade,
    journeys,
    links,
];

/** The views that this server can answer. */
export function offeredViews(paths: readonly string[]): readonly View[] {
    const isJob = (view: View): boolean => view === build || view === share || view === discuss;
    return views.filter(view => !isJob(view) || paths.some(path => path.endsWith(`/${view.id}`)));
}

export const viewOf = (id: ViewId): View => views.find(view => view.id === id) ?? members;
