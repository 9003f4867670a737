import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { level, residual } from '../format';
import { Headline } from '../Headline';
import { useStore } from '../hooks';
import { languages, t, tOr, useLanguage, type Lang } from '../i18n';
import { Card } from '../map/Card';
import type { Picked } from '../map/layers';
import { MapPanel } from '../map/MapPanel';
import type { Theme } from '../state';
import { getState, getWorld, look } from '../store';
import type { Scenario, Yaml } from '../types';
import { Answer } from '../views/Answer';
import { nameOf, type Context, type View } from '../views/context';
import { reportViews } from '../views';

const texts = (value: Yaml | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function Choices({ context }: { readonly context: Context }): VNode {
    const { lang, theme } = context.state;
    return (
        <div class="report-choices">
            <label>
                <span class="hidden">{t('app.language')}</span>
                <select value={lang} onChange={event => look({ lang: event.currentTarget.value as Lang })}>
                    {languages.map(({ id, name }) => (
                        <option key={id} value={id} lang={id}>
                            {name}
                        </option>
                    ))}
                </select>
            </label>
            <label>
                <span class="hidden">{t('app.theme')}</span>
                <select value={theme} onChange={event => look({ theme: event.currentTarget.value as Theme })}>
                    {(['auto', 'light', 'dark'] as const).map(id => (
                        <option key={id} value={id}>
                            {t(`theme.${id}`)}
                        </option>
                    ))}
                </select>
            </label>
            <button type="button" onClick={() => print()}>
                {t('report.print')}
            </button>
        </div>
    );
}

function Title({ context }: { readonly context: Context }): VNode {
    const { run, world } = context;
    const scenario: Scenario = world.pack?.scenario ?? {};
    const members = texts(scenario['members']);
    return (
        <header class="report-head">
            <p class="report-mark">
                Caravan<span>{t('app.tagline')}</span>
            </p>
            <Choices context={context} />
            <h1 lang="en">{run.scenario.name}</h1>
            {typeof scenario['summary'] === 'string' && (
                <p class="report-summary" lang="en">
                    {scenario['summary']}
                </p>
            )}
            {members.length > 0 && members.length <= 30 && (
                <p class="report-members">
                    <strong>{t('report.members')}</strong> {members.map(code => nameOf(context, code)).join(', ')}
                </p>
            )}
            <p class="report-quality">
                {run.baseline.name} <code>{run.baseline.hash.slice(0, 8)}</code> ·{' '}
                {tOr(`model.${run.options.model}`, run.options.model)} ·{' '}
                {tOr(`closure.${run.options.closure}`, run.options.closure)} ·{' '}
                {t('state.ready', { residual: residual(run.residual), n: run.iterations })} ·{' '}
                {t('state.estimated', { pct: level(run.estimated_trade_pct, 0) })}
            </p>
        </header>
    );
}

function Section({ view, context }: { readonly view: View; readonly context: Context }): VNode | null {
    return view.table(context).rows.length === 0 ? null : (
        <Answer view={view} context={context}>
            <h2>{t(view.title)}</h2>
        </Answer>
    );
}

function Sources({ scenario }: { readonly scenario: Scenario }): VNode {
    const lists = [
        ['report.sources', texts(scenario['sources'])],
        ['report.not-expressed', texts(scenario['not_expressed'])],
    ] as const;
    return (
        <section class="panel report-sources">
            {lists.map(
                ([title, list]) =>
                    list.length > 0 && (
                        <div key={title}>
                            <h2>{t(title)}</h2>
                            <ul lang="en">
                                {list.map(text => (
                                    <li key={text}>{text}</li>
                                ))}
                            </ul>
                        </div>
                    ),
            )}
        </section>
    );
}

/** One result as a document: the views of the page, its sources, and how to compute it again. */
export function Report(): VNode | null {
    useStore();
    const state = getState();
    const world = getWorld();
    useLanguage(state.lang);
    const [picked, setPicked] = useState<Picked | null>(null);
    useEffect(() => {
        document.documentElement.lang = state.lang;
        document.documentElement.dataset['theme'] = state.theme;
    }, [state.lang, state.theme]);
    if (!world.run) {
        return null;
    }
    const context: Context = { state, world, run: world.run };
    return (
        <main class="report" data-phase="ready">
            <Title context={context} />
            <Headline context={context} />
            <MapPanel context={context} picked={picked} onPick={setPicked}>
                <Card context={context} picked={picked} onClose={() => setPicked(null)} />
            </MapPanel>
            <div class="report-answers">
                {reportViews.map(view => (
                    <Section key={view.id} view={view} context={context} />
                ))}
                <Sources scenario={world.pack?.scenario ?? {}} />
            </div>
            <footer class="report-foot">
                <h2>{t('how.command')}</h2>
                <pre lang="en">./caravan run scenario.yaml --out results</pre>
                <details>
                    <summary>scenario.yaml</summary>
                    <pre lang="en">{world.pack?.yaml}</pre>
                </details>
                <p>
                    Caravan {context.run.caravan} · {t('how.scenario')}{' '}
                    <code>{context.run.scenario.hash.slice(0, 16)}</code> · {context.run.baseline.name}{' '}
                    <code>{context.run.baseline.hash.slice(0, 16)}</code>. {t('report.same')}
                </p>
            </footer>
        </main>
    );
}
