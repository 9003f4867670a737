import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { level, year } from '../format';
import { useSize } from '../hooks';
import { ValueAxis } from './ValueAxis';

type Points = readonly (readonly [number, number])[];

interface Props {
    readonly title: string;
    readonly threshold: number;
    readonly before: Points;
    readonly after: Points;
}

const Height = 128;
const Left = 34;

const pathOf = (points: Points, x: (at: number) => number, y: (value: number) => number): string =>
    points.length === 0
        ? ''
        : `M${points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join('L')}`;

/** One ratio by year, without and with the package, below or above its threshold. */
export function Ratio({ title, threshold, before, after }: Props): VNode {
    const [ref, outer, scale] = useSize<HTMLDivElement>();
    const width = outer / scale;
    const all = [...before, ...after];
    const years = all.map(point => point[0]);
    const x = scaleLinear()
        .domain([Math.min(...years), Math.max(...years)])
        .range([Left, width - 10]);
    const y = scaleLinear()
        .domain([0, Math.max(threshold * 1.08, ...all.map(point => point[1]))])
        .nice()
        .range([Height - 18, 26]);
    return (
        <div class="chart-box" ref={ref}>
            {width > 0 && all.length > 0 && (
                <svg
                    class="chart"
                    width={outer}
                    height={Height * scale}
                    viewBox={`0 0 ${width} ${Height}`}
                    role="img"
                    aria-label={`${title}: ${level(threshold, 0)} %`}
                >
                    <text class="chart-heading" x={0} y={12}>
                        {title}, %
                    </text>
                    <ValueAxis y={y} ticks={3} left={Left} right={width - 10} gap={5} />
                    {x.ticks(3).map(value => (
                        <text key={value} class="chart-tick" x={x(value)} y={Height - 4} text-anchor="middle">
                            {year(value)}
                        </text>
                    ))}
                    <path class="ratio-limit" d={`M${Left},${y(threshold)}L${width - 10},${y(threshold)}`} />
                    <path class="ratio-before" d={pathOf(before, x, y)} />
                    <path class="ratio-after" d={pathOf(after, x, y)} />
                </svg>
            )}
        </div>
    );
}
