import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { tick } from '../format';
import { useSize } from '../hooks';

export interface Bar {
    readonly key: string;
    readonly label: string;
    readonly value: number;
    readonly text: string;
    readonly isStrong?: boolean;
    /** A line above this bar. */
    readonly heading?: string;
}

interface Props {
    readonly bars: readonly Bar[];
    readonly label: string;
    readonly unit: string;
    readonly onPick?: (key: string) => void;
}

const RowHeight = 21;
const AxisHeight = 30;
const StackedHeight = 35;
const Narrow = 460;

/** Horizontal bars to both sides of zero, losses as plain as gains. */
export function Bars({ bars, label, unit, onPick }: Props): VNode {
    const [ref, outer, scale] = useSize<HTMLDivElement>();
    const width = outer / scale;
    const longest = Math.max(6, ...bars.map(bar => textWidth(bar.label)));
    // where names would lose most of themselves, each stands above its bar
    const isStacked = width < Narrow && longest > 1.6 * (width * 0.42 - 12);
    const left = isStacked ? 8 : Math.min(width * 0.42, longest + 12);
    const rowHeight = isStacked ? StackedHeight : RowHeight;
    const drop = rowHeight - RowHeight;
    const values = bars.map(bar => bar.value);
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values);
    const room = 58;
    const x = scaleLinear()
        .domain(low === high ? [0, 1] : [low, high])
        .range([left + (low < 0 ? room : isStacked ? 16 : 4), Math.max(left + 60, width - (high > 0 ? room : 10))]);
    let y = AxisHeight;
    const placed = bars.map(bar => {
        y += bar.heading ? RowHeight + 8 : 0;
        const at = y;
        y += rowHeight;
        return { bar, at };
    });
    const ticks = x.ticks(Math.max(2, Math.floor((width - left) / 80)));
    return (
        <div class="chart-box" ref={ref}>
            {width > 0 && (
                <svg
                    class="chart"
                    width={outer}
                    height={(y + 4) * scale}
                    viewBox={`0 0 ${width} ${y + 4}`}
                    role="img"
                    aria-label={label}
                >
                    <text
                        class="chart-unit"
                        x={isStacked ? 0 : left - 8}
                        y={12}
                        text-anchor={isStacked ? 'start' : 'end'}
                    >
                        {unit}
                    </text>
                    {ticks.map(value => (
                        <g key={value}>
                            <line
                                class={value === 0 ? 'chart-zero' : 'chart-grid'}
                                x1={x(value)}
                                x2={x(value)}
                                y1={AxisHeight - 8}
                                y2={y}
                            />
                            <text class="chart-tick" x={x(value)} y={12} text-anchor="middle">
                                {tick(value)}
                            </text>
                        </g>
                    ))}
                    {placed.map(({ bar, at }) => {
                        const from = Math.min(x(0), x(bar.value));
                        const size = Math.abs(x(bar.value) - x(0));
                        const isLoss = bar.value < 0;
                        const text = shorten(bar.label, isStacked ? width - 8 : left - 12);
                        return (
                            <g
                                key={bar.key}
                                class={onPick ? 'chart-row pick' : 'chart-row'}
                                onClick={onPick ? () => onPick(bar.key) : undefined}
                            >
                                {bar.heading && (
                                    <text class="chart-heading" x={0} y={at - 8}>
                                        {bar.heading}
                                    </text>
                                )}
                                <rect class="chart-hit" x={0} y={at} width={width} height={rowHeight} />
                                <text
                                    class={bar.isStrong ? 'chart-label strong' : 'chart-label'}
                                    x={isStacked ? 0 : left - 8}
                                    y={at + 15}
                                    text-anchor={isStacked ? 'start' : 'end'}
                                >
                                    {text}
                                    {text !== bar.label && <title>{bar.label}</title>}
                                </text>
                                <rect
                                    class={isLoss ? 'bar-loss' : 'bar-gain'}
                                    x={from}
                                    y={at + drop + 4}
                                    width={Math.max(size, bar.value === 0 ? 0 : 1)}
                                    height={RowHeight - 8}
                                    rx={1.5}
                                />
                                <text
                                    class="chart-value"
                                    x={isLoss ? from - 5 : from + size + 5}
                                    y={at + drop + 15}
                                    text-anchor={isLoss ? 'end' : 'start'}
                                >
                                    {bar.text}
                                </text>
                            </g>
                        );
                    })}
                </svg>
            )}
        </div>
    );
}

const Wide = /[\u3000-\u9fff\uff00-\uffef]/;

/** Width of a label in pixels, near enough to lay out a chart. */
export function textWidth(text: string): number {
    return [...text].reduce((sum, letter) => sum + (Wide.test(letter) ? 12.5 : 6.6), 0);
}

export function shorten(text: string, room: number): string {
    if (textWidth(text) <= room) {
        return text;
    }
    let kept = '';
    for (const letter of text) {
        if (textWidth(`${kept}${letter}…`) > room) {
            break;
        }
        kept += letter;
    }
    return `${kept.trimEnd()}…`;
}
