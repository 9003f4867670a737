import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { downloadPng, downloadSvg, downloadText, toCsv } from '../charts/export';
import { pictureOf, type Picture } from '../charts/picture';
import { memo } from '../hooks';
import { t, tOr } from '../i18n';
import { measures } from '../measures';
import type { Layer } from '../state';
import { look } from '../store';
import { provenanceOf, type Context } from '../views/context';
import { Drawer } from '../views/Drawer';
import { measureTitle, ranked } from '../views/Ranked';
import type { Picked } from './layers';
import { Search } from './Search';
import { WorldMap } from './WorldMap';

const layers: readonly Layer[] = ['projects', 'rail', 'crossings', 'passages', 'arcs'];
const bakedLayers: readonly Layer[] = ['projects', 'arcs'];
const regionIds = ['world', 'central-asia', 'asean', 'europe', 'africa'] as const;

interface Props {
    readonly context: Context;
    readonly picked: Picked | null;
    readonly onPick: (picked: Picked | null) => void;
    /** What stands over the map. */
    readonly children: ComponentChildren;
}

const MapTools = memo(({ context, onPick }: Pick<Props, 'context' | 'onPick'>): VNode => {
    const { state, world } = context;
    return (
        <div class="map-tools">
            <label>
                <span class="hidden">{t('map.measure')}</span>
                <select value={state.measure} onChange={event => look({ measure: event.currentTarget.value })}>
                    {measures.map(id => (
                        <option key={id} value={id}>
                            {tOr(`measure.${id}`, id)}
                        </option>
                    ))}
                </select>
            </label>
            <div class="chips regions" role="group" aria-label={t('map.regions')}>
                {regionIds.map(id => (
                    <button
                        key={id}
                        type="button"
                        aria-pressed={state.region === id}
                        onClick={() => look({ region: id })}
                    >
                        {t(`region.${id}`)}
                    </button>
                ))}
            </div>
            <div class="chips layers" role="group" aria-label={t('map.layers')}>
                {(world.isLive ? layers : bakedLayers).map(id => (
                    <button
                        key={id}
                        type="button"
                        aria-pressed={state.layers.includes(id)}
                        title={id === 'arcs' ? t('map.arcs-need') : undefined}
                        onClick={() =>
                            look({
                                layers: state.layers.includes(id)
                                    ? state.layers.filter(l => l !== id)
                                    : [...state.layers, id],
                            })
                        }
                    >
                        {t(`layer.${id}`)}
                    </button>
                ))}
            </div>
            <Search context={context} onPick={onPick} />
        </div>
    );
});

/** The map with what it shows and where, its files, and how its numbers were computed. */
export function MapPanel({ context, picked, onPick, children }: Props): VNode {
    const frame = useRef<HTMLDivElement>(null);
    const [isHow, setHow] = useState(false);
    const title = measureTitle(context.state.measure);
    const draw = (save: (picture: Picture, name: string) => void): void => {
        const picture = frame.current && pictureOf(frame.current, { title, source: provenanceOf(context.run) });
        if (picture) {
            save(picture, 'map');
        }
    };
    const files = (
        <div class="panel-tools map-files" role="group" aria-label={t('panel.tools')}>
            <button type="button" onClick={() => downloadText(toCsv(ranked.table(context)), 'map.csv', 'text/csv')}>
                CSV
            </button>
            <button type="button" onClick={() => draw(downloadSvg)}>
                SVG
            </button>
            <button type="button" onClick={() => draw(downloadPng)}>
                PNG
            </button>
            <button type="button" aria-expanded={isHow} onClick={() => setHow(!isHow)}>
                {t('panel.how')}
            </button>
        </div>
    );
    return (
        <section class="world" aria-label={t('pane.world')}>
            <MapTools context={context} onPick={onPick} />
            <div class="map-frame" ref={frame}>
                <WorldMap context={context} onPick={onPick} picked={picked} foot={files} />
                {children}
                {isHow && <Drawer context={context} view={ranked} onClose={() => setHow(false)} />}
            </div>
        </section>
    );
}
