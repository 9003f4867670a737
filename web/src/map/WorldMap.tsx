import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from 'd3-zoom';
import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { byAlpha3 } from '../codes';
import { divergingScale } from '../colour';
import { change, digitsFor } from '../format';
import { t } from '../i18n';
import { needRail } from '../loading';
import { getState, look } from '../store';
import type { MapItem } from '../types';
import { nameOf, number, rowsOf, type Context } from '../views/context';
import { isMoney, measureTitle } from '../views/Ranked';
import { arcsOf } from './arcs';
import {
    Height,
    Width,
    centreOf,
    coarseShapes,
    economyIndex,
    fineShapes,
    frameOf,
    graticulePath,
    projection,
    spherePath,
    type Shape,
} from './geography';
import { Land } from './Land';
import { Lines, Points, type Picked } from './layers';
import { Legend } from './Legend';

interface Props {
    readonly context: Context;
    readonly onPick: (picked: Picked | null) => void;
    readonly picked: Picked | null;
    /** What stands below the map, beside the legend. */
    readonly foot: VNode;
}

const FineFrom = 2.5;

// Once the map is moved by hand it shows no region any more, and each is one click away again.
const leaveRegion = (): void => {
    if (getState().region !== '') {
        look({ region: '' });
    }
};

/** The world: economies tinted by a result, and what moves goods between them. */
export function WorldMap({ context, onPick, picked, foot }: Props): VNode {
    const { state, world, run } = context;
    const svg = useRef<SVGSVGElement>(null);
    const pane = useRef<SVGGElement>(null);
    const zooming = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
    const [shapes, setShapes] = useState<readonly Shape[]>(coarseShapes);
    const [tip, setTip] = useState<{ x: number; y: number; title: string; lines: readonly string[] } | null>(null);
    const index = useMemo(() => economyIndex(world.economies), [world.economies]);
    const { rows, scale, digits } = useMemo(() => {
        const values = rowsOf(run).map(row => number(row, state.measure));
        return {
            rows: new Map(rowsOf(run).map(row => [String(row['economy']), row])),
            scale: divergingScale(values),
            digits: digitsFor(values),
        };
    }, [run, state.measure]);
    const unit = isMoney(state.measure) ? ` ${t('unit.musd')}` : '\u00a0%';

    useEffect(() => {
        const element = svg.current;
        if (!element) {
            return;
        }
        let isFine = false;
        const behaviour = zoom<SVGSVGElement, unknown>()
            .scaleExtent([1, 24])
            .translateExtent([
                [0, 0],
                [Width, Height],
            ])
            .on('zoom', event => {
                const { x, y, k } = event.transform as { x: number; y: number; k: number };
                pane.current?.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
                element.style.setProperty('--k', String(k));
                if (k >= FineFrom && !isFine) {
                    isFine = true;
                    void fineShapes().then(setShapes);
                }
                if (event.sourceEvent) {
                    leaveRegion();
                }
            });
        zooming.current = behaviour;
        select(element).call(behaviour).on('dblclick.zoom', null);
    }, []);

    useEffect(() => {
        const { x, y, k } = frameOf(state.region);
        if (state.region !== '' && svg.current && zooming.current) {
            select(svg.current).call(zooming.current.transform, zoomIdentity.translate(x, y).scale(k));
        }
    }, [state.region]);

    useEffect(() => {
        const at = state.focus && centreOf(state.focus);
        const xy = at && projection([at[0], at[1]]);
        if (!xy || !svg.current || !zooming.current) {
            return;
        }
        const { x, y, k } = zoomTransform(svg.current);
        const [shownX, shownY] = [k * xy[0] + x, k * xy[1] + y];
        // the card stands over the right third
        const isSeen =
            shownX > 0.04 * Width && shownX < 0.6 * Width && shownY > 0.06 * Height && shownY < 0.94 * Height;
        if (k > 1 && !isSeen) {
            select(svg.current).call(zooming.current.translateTo, xy[0], xy[1], [0.35 * Width, Height / 2]);
            leaveRegion();
        }
    }, [state.focus]);

    const hasRail = state.layers.includes('rail');
    useEffect(() => {
        if (hasRail) {
            needRail();
        }
    }, [hasRail]);

    const enlarge = (factor: number): void => {
        if (svg.current && zooming.current) {
            select(svg.current).call(zooming.current.scaleBy, factor);
            leaveRegion();
        }
    };

    const tipOf = (economy: string, name: string): { title: string; lines: string[] } => {
        const row = rows.get(economy);
        if (economy === '') {
            return { title: name, lines: [t('map.no-data')] };
        }
        return {
            title: nameOf(context, economy) + (row?.['member'] === true ? ` · ${t('column.member')}` : ''),
            lines: [
                `${measureTitle(state.measure)}: ${change(row ? number(row, state.measure) : null, digits)}${unit}`,
                ...(state.measure === 'real_income_pct'
                    ? []
                    : [`${measureTitle('real_income_pct')}: ${change(number(row, 'real_income_pct'), 3)}\u00a0%`]),
                `${measureTitle('exports_pct')}: ${change(number(row, 'exports_pct'), 2)}\u00a0%`,
                `${measureTitle('imports_pct')}: ${change(number(row, 'imports_pct'), 2)}\u00a0%`,
                ...(row?.['landlocked'] === true ? [t('map.landlocked')] : []),
            ],
        };
    };
    const point = (event: PointerEvent, text: { title: string; lines: readonly string[] }): void => {
        const box = svg.current?.getBoundingClientRect();
        if (box && event.pointerType === 'mouse') {
            setTip({ x: event.clientX - box.left, y: event.clientY - box.top, ...text });
        }
    };
    const itemTip = (item: MapItem, kind: string) => ({ title: item.name, lines: [kind, t('map.click')] });
    const leave = (): void => setTip(null);

    const small = useMemo(() => {
        const drawn = new Set(shapes.map(shape => shape.alpha3));
        return world.economies.flatMap(({ economy }) => {
            const at = drawn.has(economy) ? undefined : byAlpha3.get(economy)?.point;
            const xy = at && projection([...at]);
            return xy ? [{ economy, xy }] : [];
        });
    }, [shapes, world.economies]);
    const arcs = state.layers.includes('arcs') && state.focus ? arcsOf(context) : [];
    // what the pointer is told is of the latest painting, whichever painting the land is of
    const latestTip = useRef(tipOf);
    latestTip.current = tipOf;
    const onPoint = useCallback(
        (event: PointerEvent, economy: string, name: string): void =>
            economy || name ? point(event, latestTip.current(economy, name)) : leave(),
        [],
    );
    const onPickEconomy = useCallback((economy: string): void => {
        onPick(null);
        look({ focus: economy === getState().focus ? '' : economy });
    }, []);
    const rail = useMemo(
        () => (hasRail && world.rail ? <Lines lines={world.rail} className="rail" /> : null),
        [hasRail, world.rail],
    );
    return (
        <div class="map">
            <svg
                ref={svg}
                viewBox={`0 0 ${Width} ${Height}`}
                role="group"
                aria-label={t('map.label', { measure: measureTitle(state.measure) })}
                onPointerLeave={leave}
            >
                <g ref={pane}>
                    <path class="sphere" d={spherePath} />
                    <path class="graticule" d={graticulePath} />
                    <Land
                        shapes={shapes}
                        islets={small}
                        index={index}
                        rows={rows}
                        measure={state.measure}
                        scale={scale}
                        focus={state.focus}
                        between={rail}
                        onPoint={onPoint}
                        onPick={onPickEconomy}
                    />
                    {arcs.map(arc => (
                        <path
                            key={arc.key}
                            class={`arc ${arc.isLoss ? 'arc-loss' : 'arc-gain'}`}
                            d={arc.d}
                            stroke-width={arc.width}
                            onPointerMove={event => point(event, { title: arc.title, lines: arc.lines })}
                            onPointerOut={leave}
                        />
                    ))}
                    {state.layers.includes('projects') && world.projects && (
                        <Points
                            lines={world.projects}
                            kind="project"
                            picked={picked}
                            onPick={onPick}
                            onPoint={(event, item) => point(event, itemTip(item, t('map.project')))}
                            onLeave={leave}
                        />
                    )}
                    {state.layers.includes('crossings') && world.crossings && (
                        <Points
                            lines={world.crossings}
                            kind="crossing"
                            picked={picked}
                            onPick={onPick}
                            onPoint={(event, item) => point(event, itemTip(item, t('map.crossing')))}
                            onLeave={leave}
                        />
                    )}
                    {state.layers.includes('passages') && world.passages && (
                        <Points
                            lines={world.passages}
                            kind="passage"
                            picked={picked}
                            onPick={onPick}
                            onPoint={(event, item) => point(event, itemTip(item, t('map.passage')))}
                            onLeave={leave}
                        />
                    )}
                </g>
            </svg>
            <div class="map-zoom">
                <button type="button" onClick={() => enlarge(1.6)} aria-label={t('map.closer')}>
                    +
                </button>
                <button type="button" onClick={() => enlarge(1 / 1.6)} aria-label={t('map.farther')}>
                    −
                </button>
            </div>
            <div class="map-foot">
                {foot}
                <Legend scale={scale} unit={unit.trim()} lang={state.lang} />
            </div>
            {tip && (
                <div
                    class={tip.x > (svg.current?.clientWidth ?? 0) * 0.65 ? 'tip tip-left' : 'tip'}
                    style={{ left: `${tip.x}px`, top: `${tip.y}px` }}
                >
                    <strong>{tip.title}</strong>
                    {tip.lines.map((line, i) => (
                        <div key={i}>{line}</div>
                    ))}
                </div>
            )}
        </div>
    );
}
