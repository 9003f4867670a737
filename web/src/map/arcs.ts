import { change, level } from '../format';
import { t } from '../i18n';
import { nameOf, number, type Context } from '../views/context';
import { centreOf, path } from './geography';

export interface Arc {
    readonly key: string;
    readonly d: string;
    readonly width: number;
    readonly isLoss: boolean;
    readonly title: string;
    readonly lines: readonly string[];
}

const Shown = 14;

/** The exports of the economy looked at that change most, along great circles. */
export function arcsOf(context: Context): Arc[] {
    const origin = context.state.focus;
    const from = centreOf(origin);
    const rows = (context.run.flows ?? [])
        .filter(row => row['origin'] === origin && row['destination'] !== origin)
        .map(row => ({
            to: String(row['destination']),
            base: number(row, 'base_musd'),
            now: number(row, 'new_musd'),
        }))
        .sort((a, b) => Math.abs(b.now - b.base) - Math.abs(a.now - a.base))
        .slice(0, Shown);
    const largest = Math.abs((rows[0]?.now ?? 0) - (rows[0]?.base ?? 0)) || 1;
    return rows.flatMap(({ to, base, now }) => {
        const end = centreOf(to);
        if (!from || !end || now === base) {
            return [];
        }
        return [
            {
                key: to,
                isLoss: now < base,
                width: 0.8 + 5 * Math.sqrt(Math.abs(now - base) / largest),
                d: path({ type: 'LineString', coordinates: [[...from], [...end]] }) ?? '',
                title: `${nameOf(context, origin)} → ${nameOf(context, to)}`,
                lines: [
                    `${level(base)} → ${level(now)} ${t('unit.musd')}`,
                    `${change(base > 0 ? 100 * (now / base - 1) : null, 2)}\u00a0%`,
                ],
            },
        ];
    });
}
