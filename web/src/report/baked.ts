import type { Lines } from '../api';
import { withRows } from '../rows';
import type { Lever, Run, Scenario, Sector, Table } from '../types';
import { economiesOf, type World } from '../world';

/** What the command line wrote into the page: `caravan-report/1`. */
interface Baked {
    readonly run: Run;
    readonly tables: Readonly<Record<string, Table>>;
    /** Codes that aggregates are made of. */
    readonly parts: Readonly<Record<string, readonly string[]>>;
    readonly sectors: readonly Sector[];
    readonly scenario: Scenario;
    readonly yaml: string;
    readonly levers: readonly Lever[];
    readonly projects: Lines;
}

/** The result in the page as what a server would have told; null in a template without one. */
export function readBaked(): Partial<World> | null {
    const baked = JSON.parse(document.getElementById('result')?.textContent ?? 'null') as Baked | string | null;
    if (typeof baked !== 'object' || !baked) {
        return null;
    }
    const run = withRows({ ...baked.run, ...baked.tables });
    return {
        run,
        economies: economiesOf(run, baked.parts),
        sectors: baked.sectors,
        levers: baked.levers,
        projects: baked.projects,
        pack: { name: '', scenario: baked.scenario, yaml: baked.yaml },
    };
}
