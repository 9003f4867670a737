import type { ViewId } from '../state';
import { build } from './Build';
import { cash } from './CashFlows';
import { coalitions } from './Coalitions';
import { coast } from './Coast';
import { compare } from './Compare';
import type { View } from './context';
import { debt } from './Debt';
import { decomposition } from './Decomposition';
import { discuss } from './Discuss';
import { frontier } from './Frontier';
import { journeys } from './Journeys';
import { links } from './Links';
import { members } from './Members';
import { packageView } from './Package';
import { ranked } from './Ranked';
import { sectors } from './Sectors';
import { share } from './Share';
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
    cash,
    debt,
    coalitions,
    share,
    discuss,
    frontier,
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

export const viewOf = (id: ViewId): View => views.find(view => view.id === id) ?? members;
