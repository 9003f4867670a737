import type { VNode } from 'preact';
import { t } from '../i18n';
import type { ViewId } from '../state';
import { look } from '../store';
import { Answer } from './Answer';
import type { Context } from './context';
import { viewOf, views } from './index';

interface Props {
    readonly slot: 0 | 1 | 2;
    readonly context: Context;
    readonly isStale: boolean;
}

/** A place on the page for one answer, which the user chooses. */
export function Panel({ slot, context, isStale }: Props): VNode {
    const view = viewOf(context.state.slots[slot]);
    const choose = (id: ViewId): void => {
        const slots = [...context.state.slots] as [ViewId, ViewId, ViewId];
        slots[slot] = id;
        look({ slots });
    };
    return (
        <Answer view={view} context={context} isStale={isStale}>
            <h2 class="hidden">{t(view.title)}</h2>
            <select
                class="panel-title"
                value={view.id}
                aria-label={t('panel.choose')}
                onChange={event => choose(event.currentTarget.value as ViewId)}
            >
                {views.map(one => (
                    <option key={one.id} value={one.id}>
                        {t(one.title)}
                    </option>
                ))}
            </select>
        </Answer>
    );
}
