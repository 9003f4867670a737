import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { api } from './api';
import { downloadBlob, downloadText } from './charts/export';
import { memo } from './hooks';
import { languages, t, tOr, type Lang } from './i18n';
import { finishedJobs } from './jobs';
import { toFragment, type State, type Theme } from './state';
import {
    choosePack,
    currentScenario,
    getState,
    getWorld,
    look,
    openYaml,
    redo,
    replay,
    undo,
    yamlNow,
} from './store';
import type { PackEntry } from './types';
import { fieldsOf } from './views/needs';

function useNotice(): [string, (text: string) => void] {
    const [notice, setNotice] = useState('');
    return [
        notice,
        text => {
            setNotice(text);
            window.setTimeout(() => setNotice(''), 4000);
        },
    ];
}

interface MenuProps {
    readonly title: string;
    readonly children: preact.ComponentChildren;
}

function Menu({ title, children }: MenuProps): VNode {
    const box = useRef<HTMLDetailsElement>(null);
    const shut = (): void => {
        if (box.current) {
            box.current.open = false;
        }
    };
    return (
        <details
            class="menu"
            ref={box}
            onKeyDown={event => event.key === 'Escape' && shut()}
            onFocusOut={event => {
                if (!box.current?.contains(event.relatedTarget as Node | null)) {
                    shut();
                }
            }}
        >
            <summary>{title}</summary>
            <div class="menu-items" onClick={shut}>
                {children}
            </div>
        </details>
    );
}

interface Props {
    readonly pack: string;
    /** The name of a scenario that is no pack; null where a pack is shown. */
    readonly own: string | null;
    readonly packs: readonly PackEntry[];
    readonly lang: Lang;
    readonly theme: Theme;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
}

/** Scenario, undo and replay, share, files, language and light. */
export const TopBar = memo(({ pack, own, packs, lang, theme, canUndo, canRedo }: Props): VNode => {
    const [notice, tell] = useNotice();
    const file = useRef<HTMLInputElement>(null);
    const guard = (work: () => Promise<void>) => (): void => {
        work().catch((fault: unknown) => tell(fault instanceof Error ? fault.message : String(fault)));
    };
    const linkTo = async (shown: State): Promise<string> =>
        `${location.origin}${location.pathname}#${await toFragment(shown)}`;
    const copySettings = guard(async () => {
        await navigator.clipboard.writeText(await linkTo({ ...getState(), saved: '' }));
        tell(t('share.copied'));
    });
    const copyResult = guard(async () => {
        const scenario = currentScenario();
        const { flows } = fieldsOf(getState(), getWorld().run);
        const title = String(scenario.name ?? '');
        const id = getState().saved || (await api.save(scenario, title, flows, finishedJobs())).id;
        const link = await linkTo({ ...getState(), saved: id });
        await navigator.clipboard.writeText(link).catch(() => undefined);
        tell(t('share.saved', { link }));
    });
    const get = (name: string | undefined, saveAs: string) =>
        guard(async () => downloadBlob(await api.bundle(currentScenario(), name), saveAs));
    return (
        <header class="top">
            <h1>
                Caravan<span>{t('app.tagline')}</span>
            </h1>
            <label class="scenario">
                <span class="hidden">{t('app.scenario')}</span>
                <select
                    value={own === null ? pack : ''}
                    onChange={event => event.currentTarget.value && choosePack(event.currentTarget.value)}
                >
                    {own !== null && <option value="">{own || t('app.own')}</option>}
                    {packs.map(({ name, title }) => (
                        <option key={name} value={name}>
                            {tOr(`pack.${name}`, title)}
                        </option>
                    ))}
                </select>
            </label>
            <div class="history" role="group" aria-label={t('history.title')}>
                <button
                    type="button"
                    disabled={!canUndo}
                    onClick={undo}
                    aria-label={t('history.undo')}
                    title={`${t('history.undo')} (Ctrl+Z)`}
                >
                    ↶
                </button>
                <button
                    type="button"
                    disabled={!canRedo}
                    onClick={redo}
                    aria-label={t('history.redo')}
                    title={`${t('history.redo')} (Ctrl+Y)`}
                >
                    ↷
                </button>
                <button type="button" disabled={!canUndo} onClick={replay} title={t('history.replay-long')}>
                    {t('history.replay')}
                </button>
            </div>
            <div class="top-right">
                <Menu title={t('share.title')}>
                    <button type="button" onClick={copyResult}>
                        {t('share.result')}
                        <small>{t('share.result-long')}</small>
                    </button>
                    <button type="button" onClick={copySettings}>
                        {t('share.settings')}
                        <small>{t('share.settings-long')}</small>
                    </button>
                </Menu>
                <Menu title={t('download.title')}>
                    <button type="button" onClick={() => file.current?.click()}>
                        {t('download.open')}
                    </button>
                    <button type="button" onClick={() => downloadText(yamlNow(), 'package.yaml', 'application/yaml')}>
                        {t('download.yaml')}
                    </button>
                    <button type="button" onClick={get('economies.csv', 'economies.csv')}>
                        {t('download.csv')}
                    </button>
                    <button type="button" onClick={get('results.xlsx', 'results.xlsx')}>
                        {t('download.xlsx')}
                    </button>
                    <button type="button" onClick={get('report.html', 'report.html')}>
                        {t('download.report')}
                    </button>
                    <button type="button" onClick={get(undefined, 'caravan-bundle.zip')}>
                        {t('download.bundle')}
                    </button>
                </Menu>
                <input
                    ref={file}
                    type="file"
                    accept=".yaml,.yml,.json"
                    hidden
                    aria-label={t('download.open')}
                    onChange={event => {
                        void event.currentTarget.files?.[0]?.text().then(openYaml);
                        event.currentTarget.value = '';
                    }}
                />
                <label>
                    <span class="hidden">{t('app.language')}</span>
                    <select
                        class="language"
                        value={lang}
                        onChange={event => look({ lang: event.currentTarget.value as Lang })}
                    >
                        {languages.map(({ id, name }) => (
                            <option key={id} value={id} lang={id}>
                                {name}
                            </option>
                        ))}
                    </select>
                </label>
                <label>
                    <span class="hidden">{t('app.theme')}</span>
                    <select
                        class="theme"
                        value={theme}
                        onChange={event => look({ theme: event.currentTarget.value as Theme })}
                    >
                        {(['auto', 'light', 'dark'] as const).map(id => (
                            <option key={id} value={id}>
                                {t(`theme.${id}`)}
                            </option>
                        ))}
                    </select>
                </label>
            </div>
            {notice && (
                <p class="notice" role="status">
                    {notice}
                </p>
            )}
        </header>
    );
});
