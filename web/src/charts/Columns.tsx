import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { tick, year } from '../format';
import { useSize } from '../hooks';
import { ValueAxis } from './ValueAxis';

export interface Series {
    readonly key: string;
    readonly label: string;
    /** Values by year; a year that is missing counts as zero. */
    readonly values: ReadonlyMap<number, number>;
}

interface Props {
    readonly series: readonly Series[];
    readonly label: string;
    readonly unit: string;
    /** Name of the line of sums. */
    readonly net: string;
}

const Height = 250;
const Left = 52;
export const Hues = 8;

/** Columns by year, stacked upwards from zero and downwards, with a line of their sum. */
export function Columns({ series, label, unit, net }: Props): VNode {
    const [ref, outer, scale] = useSize<HTMLDivElement>();
    const width = outer / scale;
    const years = [...new Set(series.flatMap(one => [...one.values.keys()]))].sort((a, b) => a - b);
    const first = years[0] ?? 0;
    const last = years[years.length - 1] ?? 0;
    const room = width - Left - 8;
    const step = room / (last - first + 1);
    const stacks = years.map(at => {
        let [up, down] = [0, 0];
        const pieces = series.flatMap((one, i) => {
            const value = one.values.get(at) ?? 0;
            const from = value > 0 ? up : down;
            up += Math.max(0, value);
            down += Math.min(0, value);
            return value === 0 ? [] : [{ key: one.key, i, from, to: from + value }];
        });
        return { at, pieces, up, down };
    });
    const y = scaleLinear()
        .domain([Math.min(0, ...stacks.map(one => one.down)), Math.max(0, ...stacks.map(one => one.up))])
        .nice()
        .range([Height - 24, 22]);
    const x = (at: number): number => Left + (at - first) * step;
    const sums = stacks.map(one => `${(x(one.at) + step / 2).toFixed(1)},${y(one.up + one.down).toFixed(1)}`);
    const every = Math.max(1, Math.ceil(44 / step));
    return (
        <div class="chart-box" ref={ref}>
            {width > 0 && years.length > 0 && (
                <svg
                    class="chart"
                    width={outer}
                    height={Height * scale}
                    viewBox={`0 0 ${width} ${Height}`}
                    role="img"
                    aria-label={label}
                >
                    <text class="chart-unit" x={0} y={12}>
                        {unit}
                    </text>
                    <ValueAxis y={y} ticks={5} left={Left} right={width - 8} gap={6} />
                    {stacks.map(({ at, pieces }) => (
                        <g key={at}>
                            {pieces.map(({ key, i, from, to }) => (
                                <rect
                                    key={key}
                                    class={`hue-${i % Hues}`}
                                    x={x(at) + step * 0.1}
                                    width={Math.max(0.5, step * 0.8)}
                                    y={Math.min(y(from), y(to))}
                                    height={Math.abs(y(from) - y(to))}
                                >
                                    <title>{`${year(at)} · ${series[i]?.label}: ${tick(to - from)}`}</title>
                                </rect>
                            ))}
                            {(at - first) % every === 0 && (
                                <text class="chart-tick" x={x(at) + step / 2} y={Height - 6} text-anchor="middle">
                                    {year(at)}
                                </text>
                            )}
                        </g>
                    ))}
                    <path class="chart-net" d={`M${sums.join('L')}`} />
                </svg>
            )}
            <ul class="key">
                {series.map((one, i) => (
                    <li key={one.key}>
                        <svg class="chart swatch" width="12" height="12" aria-hidden="true">
                            <rect class={`hue-${i % Hues}`} width="12" height="12" rx="2" />
                        </svg>
                        {one.label}
                    </li>
                ))}
                <li>
                    <svg class="chart swatch" width="18" height="12" aria-hidden="true">
                        <path class="chart-net" d="M0,6L18,6" />
                    </svg>
                    {net}
                </li>
            </ul>
        </div>
    );
}
