import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { tick } from '../format';
import { useSize } from '../hooks';

export interface Point {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly label: string;
    readonly isFull: boolean;
    readonly isChosen: boolean;
}

interface Props {
    readonly points: readonly Point[];
    readonly xTitle: string;
    readonly yTitle: string;
    readonly label: string;
    readonly onPick: (key: string) => void;
}

const Height = 300;
const Left = 62;

// Room around the points, so that none lies on an edge.
function padded(values: readonly number[]): [number, number] {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const more = (high - low || Math.abs(high) || 1) * 0.08;
    return [low - more, high + more];
}

/** Points in two dimensions joined from left to right; each can be chosen by pointer or key. */
export function Points({ points, xTitle, yTitle, label, onPick }: Props): VNode {
    const [ref, outer, scale] = useSize<HTMLDivElement>();
    const width = outer / scale;
    const x = scaleLinear()
        .domain(padded(points.map(point => point.x)))
        .nice()
        .range([Left, width - 20]);
    const y = scaleLinear()
        .domain(padded(points.map(point => point.y)))
        .nice()
        .range([Height - 42, 26]);
    const line = [...points].sort((a, b) => a.x - b.x).map(point => `${x(point.x)},${y(point.y)}`);
    return (
        <div class="chart-box" ref={ref}>
            {width > 0 && (
                <svg
                    class="chart"
                    width={outer}
                    height={Height * scale}
                    viewBox={`0 0 ${width} ${Height}`}
                    role="group"
                    aria-label={label}
                >
                    <text class="chart-unit" x={0} y={12}>
                        {yTitle}
                    </text>
                    <text class="chart-unit" x={width - 12} y={Height - 6} text-anchor="end">
                        {xTitle}
                    </text>
                    {y.ticks(5).map(value => (
                        <g key={value}>
                            <line class="chart-grid" x1={Left} x2={width - 12} y1={y(value)} y2={y(value)} />
                            <text class="chart-tick" x={Left - 6} y={y(value) + 4} text-anchor="end">
                                {tick(value)}
                            </text>
                        </g>
                    ))}
                    {x.ticks(Math.max(2, Math.floor(width / 110))).map(value => (
                        <g key={value}>
                            <line class="chart-grid" x1={x(value)} x2={x(value)} y1={26} y2={Height - 42} />
                            <text class="chart-tick" x={x(value)} y={Height - 26} text-anchor="middle">
                                {tick(value)}
                            </text>
                        </g>
                    ))}
                    <path class="frontier-line" d={`M${line.join('L')}`} />
                    {points.map(point => (
                        <circle
                            key={point.key}
                            class={`point${point.isFull ? ' full' : ''}${point.isChosen ? ' chosen' : ''}`}
                            cx={x(point.x)}
                            cy={y(point.y)}
                            r={point.isChosen ? 8 : 5.5}
                            role="button"
                            tabIndex={0}
                            aria-pressed={point.isChosen}
                            aria-label={point.label}
                            onClick={() => onPick(point.key)}
                            onKeyDown={event => {
                                if (event.key === 'Enter' || event.key === ' ') {
                                    event.preventDefault();
                                    onPick(point.key);
                                }
                            }}
                        >
                            <title>{point.label}</title>
                        </circle>
                    ))}
                </svg>
            )}
        </div>
    );
}
