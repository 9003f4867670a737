import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { tint, type Scale } from '../colour';
import { memo } from '../hooks';
import type { Row } from '../types';
import { number } from '../views/context';
import type { Shape } from './geography';

/** An economy too small for a shape. */
export interface Islet {
    readonly economy: string;
    readonly xy: readonly [number, number];
}

interface Props {
    readonly shapes: readonly Shape[];
    readonly islets: readonly Islet[];
    /** The economy of the baseline by what a shape is called there. */
    readonly index: ReadonlyMap<string, string>;
    /** The result by economy. */
    readonly rows: ReadonlyMap<string, Row>;
    readonly measure: string;
    readonly scale: Scale;
    readonly focus: string;
    /** What lies between the shapes and the small economies. */
    readonly between: VNode | null;
    /** An economy, or a name where the baseline has none; both empty when the pointer leaves. */
    readonly onPoint: (event: PointerEvent, economy: string, name: string) => void;
    readonly onPick: (economy: string) => void;
}

/** The economies, tinted by a result. */
export const Land = memo((props: Props): VNode => {
    const { shapes, islets, index, rows, measure, scale, focus, between, onPoint, onPick } = props;
    const look = (economy: string): string => {
        const row = rows.get(economy);
        const level = row ? scale.classOf(number(row, measure)) : null;
        return `${tint(level)}${row?.['member'] === true ? ' member' : ''}${economy && economy === focus ? ' focus' : ''}`;
    };
    // Most keep their tint from one result to the next: then the same node is handed over and nothing is compared.
    const drawn = useRef(new WeakMap<object, { readonly as: string; readonly node: VNode }>());
    const draw = (thing: object, as: string, make: () => VNode): VNode => {
        const last = drawn.current.get(thing);
        if (last?.as === as) {
            return last.node;
        }
        const node = make();
        drawn.current.set(thing, { as, node });
        return node;
    };
    const told = (event: Event): DOMStringMap => (event.target as SVGElement).dataset;
    const events = {
        onPointerMove: (event: PointerEvent): void =>
            onPoint(event, told(event)['economy'] ?? '', told(event)['name'] ?? ''),
        onPointerOut: (event: PointerEvent): void => onPoint(event, '', ''),
        onClick: (event: Event): void => {
            const economy = told(event)['economy'];
            if (economy) {
                onPick(economy);
            }
        },
    };
    return (
        <>
            <g {...events}>
                {shapes.map(shape => {
                    const economy = index.get(shape.alpha3) ?? '';
                    const as = `land ${look(economy)}`;
                    return draw(shape, `${economy} ${as}`, () => (
                        <path key={shape.key} d={shape.d} data-economy={economy} data-name={shape.name} class={as} />
                    ));
                })}
            </g>
            {between}
            <g {...events}>
                {islets.map(islet => {
                    const { economy, xy } = islet;
                    const as = `islet ${look(economy)}`;
                    return draw(islet, as, () => (
                        <circle key={economy} cx={xy[0]} cy={xy[1]} data-economy={economy} class={as} />
                    ));
                })}
            </g>
        </>
    );
});
