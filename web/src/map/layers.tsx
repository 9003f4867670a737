import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Lines as Collection } from '../api';
import { touches } from '../actions';
import { memo } from '../hooks';
import { getState } from '../store';
import type { MapItem } from '../types';
import { path, projection } from './geography';

export type PickedKind = 'project' | 'crossing' | 'passage';
export interface Picked {
    readonly kind: PickedKind;
    readonly item: MapItem;
}

/** A layer that is only looked at, as one path. */
export function Lines({ lines, className }: { readonly lines: Collection; readonly className: string }): VNode {
    const d = useMemo(() => path(lines) ?? '', [lines]);
    return <path class={className} d={d} />;
}

interface Props {
    readonly lines: Collection;
    readonly kind: PickedKind;
    readonly picked: Picked | null;
    readonly onPick: (picked: Picked) => void;
    readonly onPoint: (event: PointerEvent, item: MapItem) => void;
    readonly onLeave: () => void;
}

interface Drawn {
    readonly item: MapItem;
    readonly d: string;
    readonly at: readonly [number, number] | null;
    readonly events: {
        readonly onClick: () => void;
        readonly onPointerMove: (event: PointerEvent) => void;
        readonly onPointerOut: () => void;
    };
}

const Mark = memo(({ drawn: { item, d, at, events }, className }: { drawn: Drawn; className: string }): VNode =>
    at ? (
        <circle class={className} cx={at[0]} cy={at[1]} data-id={item.id} {...events} />
    ) : (
        <g class={className} data-id={item.id} {...events}>
            <path class="line-hit" d={d} />
            <path class="line-shown" d={d} />
        </g>
    ),
);

/** Things of the map that a click does something with: lines of projects, crossings, passages. */
export function Points({ lines, kind, picked, onPick, onPoint, onLeave }: Props): VNode {
    const drawn = useMemo(
        () =>
            lines.features.map((f): Drawn => {
                const item = f.properties;
                return {
                    item,
                    d: f.geometry?.type === 'Point' || !f.geometry ? '' : (path(f) ?? ''),
                    at: f.geometry?.type === 'Point' ? projection(f.geometry.coordinates as [number, number]) : null,
                    events: {
                        onClick: () => onPick({ kind, item }),
                        onPointerMove: event => onPoint(event, item),
                        onPointerOut: onLeave,
                    },
                };
            }),
        [lines, kind, getState().lang],
    );
    // While a slider moves the package keeps its actions: the same nodes are handed over and nothing is compared.
    const touched = touches();
    const marks = drawn
        .filter(({ item }) => touched.has(item.id))
        .map(({ item }) => `${item.id} ${touched.get(item.id)?.isOn}`)
        .join();
    const isHere = picked?.kind === kind ? picked.item.id : '';
    return useMemo(
        () => (
            <g class={`layer-${kind}`}>
                {drawn.map(one => {
                    const { id, status = '' } = one.item;
                    const state = touched.get(id)?.isOn ? ' in-package' : '';
                    const isPicked = isHere === id ? ' picked' : '';
                    return <Mark key={id} drawn={one} className={`${kind} ${status}${state}${isPicked}`} />;
                })}
            </g>
        ),
        [drawn, marks, isHere],
    );
}
