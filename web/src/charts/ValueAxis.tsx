import type { ScaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { tick } from '../format';

interface Props {
    readonly y: ScaleLinear<number, number>;
    readonly ticks: number;
    readonly left: number;
    readonly right: number;
    /** Room between the figures and the grid. */
    readonly gap: number;
}

/** The grid of a chart with its figures; zero stands out. */
export function ValueAxis({ y, ticks, left, right, gap }: Props): VNode {
    return (
        <>
            {y.ticks(ticks).map(value => (
                <g key={value}>
                    <line
                        class={value === 0 ? 'chart-zero' : 'chart-grid'}
                        x1={left}
                        x2={right}
                        y1={y(value)}
                        y2={y(value)}
                    />
                    <text class="chart-tick" x={left - gap} y={y(value) + 4} text-anchor="end">
                        {tick(value)}
                    </text>
                </g>
            ))}
        </>
    );
}
