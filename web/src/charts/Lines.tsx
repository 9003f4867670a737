import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { year } from '../format';
import { useSize } from '../hooks';
import { ValueAxis } from './ValueAxis';

export interface Line {
    readonly key: string;
    readonly label: string;
    readonly points: readonly (readonly [number, number])[];
}

interface Props {
    readonly lines: readonly Line[];
    readonly label: string;
    readonly unit: string;
}

const Height = 220;

/** Lines over years, each named at its end. */
export function Lines({ lines, label, unit }: Props): VNode {
    const [ref, outer, scale] = useSize<HTMLDivElement>();
    const width = outer / scale;
    const all = lines.flatMap(line => line.points);
    const right = 110;
    const x = scaleLinear()
        .domain([Math.min(...all.map(p => p[0])), Math.max(...all.map(p => p[0]))])
        .range([46, Math.max(80, width - right)]);
    const y = scaleLinear()
        .domain([Math.min(0, ...all.map(p => p[1])), Math.max(0, ...all.map(p => p[1]))])
        .nice()
        .range([Height - 24, 20]);
    return (
        <div class="chart-box" ref={ref}>
            {width > 0 && all.length > 0 && (
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
                    <ValueAxis y={y} ticks={5} left={46} right={width - right} gap={6} />
                    {x.ticks(Math.max(2, Math.floor(width / 110))).map(value => (
                        <text key={value} class="chart-tick" x={x(value)} y={Height - 6} text-anchor="middle">
                            {year(value)}
                        </text>
                    ))}
                    {lines.map((line, i) => {
                        const last = line.points[line.points.length - 1];
                        return (
                            <g key={line.key} class={`line line-${i % 6}`}>
                                <path
                                    d={`M${line.points.map(p => `${x(p[0]).toFixed(1)},${y(p[1]).toFixed(1)}`).join('L')}`}
                                    fill="none"
                                />
                                {last && (
                                    <text class="chart-label" x={x(last[0]) + 6} y={y(last[1]) + 4}>
                                        {line.label}
                                    </text>
                                )}
                            </g>
                        );
                    })}
                </svg>
            )}
        </div>
    );
}
