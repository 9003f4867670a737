import type { VNode } from 'preact';
import {
    actionOn,
    buildProject,
    closeCrossing,
    closePassage,
    dropAction,
    setMember,
    speedUp,
    switchAction,
    takeAway,
} from '../actions';
import { billions, change, level, year } from '../format';
import { economyName, t, tOr } from '../i18n';
import { getState, look } from '../store';
import type { MapItem } from '../types';
import { membersOf, nameOf, number, rowsOf, type Context } from '../views/context';
import type { Picked } from './layers';

interface Props {
    readonly context: Context;
    readonly picked: Picked | null;
    readonly onClose: () => void;
}

function Fact({ name, value }: { name: string; value: string }): VNode | null {
    return value === '' || value === '–' ? null : (
        <>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </>
    );
}

function ItemActions({ picked }: { picked: Picked }): VNode {
    const { item, kind } = picked;
    const touched = actionOn(item);
    if (touched) {
        const isAdded = getState().edits.added.some(action => action.id === touched.action.id);
        return touched.isOn ? (
            <button
                type="button"
                onClick={() => (isAdded ? dropAction(touched.action.id) : switchAction(touched.action.id, false))}
            >
                {t('card.take-out')}
            </button>
        ) : (
            <button type="button" class="primary" onClick={() => switchAction(touched.action.id, true)}>
                {t('card.put-in')}
            </button>
        );
    }
    switch (kind) {
        case 'project':
            return item.status === 'completed' ? (
                <button type="button" onClick={() => takeAway(item)}>
                    {t('card.without')}
                </button>
            ) : (
                <button type="button" class="primary" onClick={() => buildProject(item)}>
                    {t('card.build')}
                </button>
            );
        case 'crossing':
            return (
                <>
                    <button type="button" class="primary" onClick={() => speedUp(item)}>
                        {t('card.halve')}
                    </button>
                    <button type="button" onClick={() => closeCrossing(item)}>
                        {t('card.close-border')}
                    </button>
                </>
            );
        case 'passage':
            return (
                <button type="button" onClick={() => closePassage(item)}>
                    {t('card.close-passage')}
                </button>
            );
    }
}

const listOf = (value: MapItem['economies']): string[] =>
    typeof value === 'string' ? value.split(/[ ;]+/).filter(Boolean) : [...(value ?? [])];

/** A card that the Escape key closes. */
const closing =
    (close: () => void) =>
    (event: KeyboardEvent): void => {
        if (event.key === 'Escape') {
            close();
        }
    };

function ItemCard({ context, picked, onClose }: { context: Context; picked: Picked; onClose: () => void }): VNode {
    const { item, kind } = picked;
    const economies = listOf(item.economies ?? [item.economy_a ?? '', item.economy_b ?? ''].filter(Boolean));
    return (
        <section class="card" aria-label={item.name} onKeyDown={closing(onClose)}>
            <header>
                <h3>{item.name}</h3>
                <button type="button" class="close" onClick={onClose} aria-label={t('close')}>
                    ×
                </button>
            </header>
            <p class="card-kind">
                {t(`map.${kind}`)}
                {item.status && item.status !== 'existing' && ` · ${tOr(`status.${item.status}`, item.status)}`}
                {actionOn(item)?.isOn && ` · ${t('card.in-package')}`}
            </p>
            <dl>
                <Fact name={t('column.economies')} value={economies.map(code => nameOf(context, code)).join(', ')} />
                <Fact name={t('card.mode')} value={item.mode ? tOr(`mode.${item.mode}`, item.mode) : ''} />
                <Fact name={t('card.length')} value={item.km ? `${level(item.km)} ${t('unit.km')}` : ''} />
                <Fact
                    name={t('card.cost')}
                    value={item.cost_musd ? `${level(item.cost_musd)} ${t('unit.musd')}` : ''}
                />
                <Fact
                    name={t('card.years')}
                    value={[item.start_year, item.end_year]
                        .filter(y => y)
                        .map(y => year(Number(y)))
                        .join('–')}
                />
                <Fact
                    name={t('card.road-hours')}
                    value={item.road_hours ? `${level(item.road_hours, 1)} ${t('unit.hours')}` : ''}
                />
                <Fact
                    name={t('card.rail-hours')}
                    value={item.rail_hours ? `${level(item.rail_hours, 1)} ${t('unit.hours')}` : ''}
                />
                <Fact name={t('card.source')} value={item.source ?? ''} />
            </dl>
            {context.world.isLive && (
                <div class="card-actions">
                    <ItemActions picked={picked} />
                </div>
            )}
        </section>
    );
}

/** What is known of the thing that was clicked, and what can be done with it. */
export function Card({ context, picked, onClose }: Props): VNode | null {
    if (picked) {
        return <ItemCard context={context} picked={picked} onClose={onClose} />;
    }
    const code = context.state.focus;
    const row = rowsOf(context.run).find(r => r['economy'] === code);
    const economy = context.world.economies.find(e => e.economy === code);
    if (!row || !economy) {
        return null;
    }
    const members = membersOf(context.run).map(r => String(r['economy']));
    const isMember = row['member'] === true;
    const hasArcs = context.state.layers.includes('arcs');
    const measures = ['real_income_pct', 'real_wage_pct', 'exports_pct', 'imports_pct', 'trade_with_members_pct'];
    return (
        <section
            class="card"
            aria-label={economyName(code, economy.name)}
            onKeyDown={closing(() => look({ focus: '' }))}
        >
            <header>
                <h3>{nameOf(context, code)}</h3>
                <button type="button" class="close" onClick={() => look({ focus: '' })} aria-label={t('close')}>
                    ×
                </button>
            </header>
            <p class="card-kind">
                {[
                    isMember ? t('column.member') : t('card.non-member'),
                    economy.landlocked ? t('map.landlocked') : t('map.coastal'),
                    tOr(`group.region.${economy.region}`, tOr(`group.${economy.region}`, economy.region)),
                ]
                    .filter(Boolean)
                    .join(' · ')}
            </p>
            <dl>
                {measures.map(key => (
                    <Fact
                        key={key}
                        name={tOr(`measure.${key}`, key)}
                        value={`${change(number(row, key), 2)}\u00a0%`}
                    />
                ))}
                <Fact
                    name={t('card.gdp')}
                    value={`${billions(economy.gdp_musd).replace(/^\+/, '')} ${t('unit.busd')}`}
                />
                <Fact name={t('card.estimated')} value={`${level(number(row, 'estimated_trade_pct'), 0)}\u00a0%`} />
            </dl>
            <div class="card-actions">
                {context.world.isLive && (
                    <button type="button" onClick={() => setMember(code, members, !isMember)}>
                        {isMember ? t('card.leave') : t('card.join')}
                    </button>
                )}
                <button
                    type="button"
                    aria-pressed={hasArcs}
                    onClick={() =>
                        look({
                            layers: hasArcs
                                ? context.state.layers.filter(l => l !== 'arcs')
                                : [...context.state.layers, 'arcs'],
                        })
                    }
                >
                    {t('card.arcs')}
                </button>
            </div>
        </section>
    );
}
