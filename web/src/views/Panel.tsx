import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { memo } from '../hooks';
import { t } from '../i18n';
import type { ViewId } from '../state';
import { getState, look } from '../store';
import { Answer } from './Answer';
import type { Context } from './context';
import { viewOf, views } from './index';

interface Props {
    readonly slot: 0 | 1 | 2;
    readonly context: Context;
}

// of the state of now, which may be a frame ahead of what is shown
function choose(slot: Props['slot'], view: ViewId): void {
    const slots: [ViewId, ViewId, ViewId] = [...getState().slots];
    slots[slot] = view;
    look({ slots });
}

/** A place on the page for one answer, which the user chooses. */
export const Panel = memo(({ slot, context }: Props): VNode => {
    const { slots, lang } = context.state;
    const view = viewOf(slots[slot]);
    const title = useMemo(
        () => (
            <>
                <h2 class="hidden">{t(view.title)}</h2>
                <select
                    class="panel-title"
                    value={view.id}
                    aria-label={t('panel.choose')}
                    onChange={event => choose(slot, event.currentTarget.value as ViewId)}
                >
                    {views.map(one => (
                        <option key={one.id} value={one.id}>
                            {t(one.title)}
                        </option>
                    ))}
                </select>
            </>
        ),
        [view, lang],
    );
    return (
        <Answer view={view} context={context}>
            {title}
        </Answer>
    );
});
