import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Headline } from './Headline';
import { useLasting, useNextFrame, useStore } from './hooks';
import { t, useLanguage } from './i18n';
import { LeverPanel } from './levers/LeverPanel';
import { Card } from './map/Card';
import type { Picked } from './map/layers';
import { MapPanel } from './map/MapPanel';
import type { Pane } from './state';
import { StatusLine } from './StatusLine';
import { canRedo, canUndo, getShown, getState, getWorld, isStale, look, openYaml, redo, undo } from './store';
import { TopBar } from './TopBar';
import type { Context } from './views/context';
import { Panel } from './views/Panel';

const panes: readonly Pane[] = ['world', 'levers', 'answers'];

// An answer that comes sooner replaces the last one without a flicker.
const DimmedAfterMs = 350;

function useKeysAndDrops(): boolean {
    const [isOver, setOver] = useState(false);
    useEffect(() => {
        const key = (event: KeyboardEvent): void => {
            const isText =
                event.target instanceof HTMLInputElement &&
                event.target.type !== 'range' &&
                event.target.type !== 'checkbox';
            if (!(event.ctrlKey || event.metaKey) || isText) {
                return;
            }
            const isRedo = event.key === 'y' || (event.key.toLowerCase() === 'z' && event.shiftKey);
            if (isRedo) {
                redo();
            } else if (event.key === 'z') {
                undo();
            } else {
                return;
            }
            event.preventDefault();
        };
        const over = (event: DragEvent): void => {
            event.preventDefault();
            setOver(true);
        };
        const leave = (event: DragEvent): void => {
            if (!event.relatedTarget) {
                setOver(false);
            }
        };
        const drop = (event: DragEvent): void => {
            event.preventDefault();
            setOver(false);
            const file = event.dataTransfer?.files[0];
            if (file) {
                void file.text().then(openYaml);
            }
        };
        addEventListener('keydown', key);
        addEventListener('dragover', over);
        addEventListener('dragleave', leave);
        addEventListener('drop', drop);
        return () => {
            removeEventListener('keydown', key);
            removeEventListener('dragover', over);
            removeEventListener('dragleave', leave);
            removeEventListener('drop', drop);
        };
    }, []);
    return isOver;
}

// Below the map, and painted after it: map and standings are seen a frame sooner.
function Pair({ context }: { readonly context: Context }): VNode {
    const shown = useNextFrame(context);
    return (
        <div class="pair" data-late={shown !== context || undefined}>
            {shown && <Panel slot={1} context={shown} />}
            {shown && <Panel slot={2} context={shown} />}
        </div>
    );
}

/** The page. */
export function App(): VNode {
    useStore();
    const state = getState();
    const world = getWorld();
    useLanguage(state.lang);
    const isOver = useKeysAndDrops();
    const [picked, setPicked] = useState<Picked | null>(null);
    useEffect(() => {
        document.documentElement.lang = state.lang;
        document.documentElement.dataset['theme'] = state.theme;
        document.title = `Caravan · ${t('app.tagline')}`;
    }, [state.lang, state.theme]);
    const now: Context | null = world.run && world.economies.length > 0 ? { state, world, run: world.run } : null;
    const shown = getShown();
    const context = useMemo((): Context | null => shown.world.run && { ...shown, run: shown.world.run }, [shown]);
    const stale = isStale();
    const isLate = useLasting(stale, DimmedAfterMs, world.solved);
    return (
        <div
            class={`app pane-${state.pane}${isLate ? ' is-late' : ''}`}
            data-phase={world.phase}
            data-stale={stale || undefined}
        >
            <a
                class="skip"
                href="#main"
                onClick={event => {
                    event.preventDefault();
                    document.getElementById('main')?.focus();
                }}
            >
                {t('app.skip')}
            </a>
            <TopBar
                pack={state.pack}
                own={state.own && String(state.own.name ?? '')}
                packs={world.packs}
                lang={state.lang}
                theme={state.theme}
                canUndo={canUndo()}
                canRedo={canRedo()}
            />
            <StatusLine world={world} isStale={stale} />
            {now && context ? (
                <main id="main" tabIndex={-1}>
                    <aside class="side-levers" aria-label={t('levers.title')}>
                        <LeverPanel context={now} />
                    </aside>
                    <div class="middle">
                        <Headline context={context} />
                        <MapPanel context={context} picked={picked} onPick={setPicked}>
                            <Card context={now} picked={picked} onClose={() => setPicked(null)} />
                        </MapPanel>
                        <Pair context={context} />
                    </div>
                    <div class="side-answers">
                        <Panel slot={0} context={context} />
                    </div>
                </main>
            ) : (
                <main id="main" class="opening" tabIndex={-1}>
                    {world.phase === 'bad' ? (
                        <a href={location.pathname}>{t('state.without-saved')}</a>
                    ) : (
                        <p role="status">{world.phase === 'offline' ? t('state.offline') : t('state.loading')}</p>
                    )}
                </main>
            )}
            <nav class="pane-tabs" aria-label={t('pane.choose')}>
                {panes.map(pane => (
                    <button
                        key={pane}
                        type="button"
                        aria-current={state.pane === pane ? 'page' : undefined}
                        onClick={() => look({ pane })}
                    >
                        {t(`pane.${pane}`)}
                    </button>
                ))}
            </nav>
            {isOver && (
                <div class="drop-here" role="status">
                    {t('drop.here')}
                </div>
            )}
        </div>
    );
}
