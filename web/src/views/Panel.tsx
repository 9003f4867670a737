import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { memo } from '../hooks';
import { t } from '../i18n';
import type { ViewId } from '../state';
import { look } from '../store';
import { Answer } from './Answer';
import type { Context } from './context';
import { viewOf, views } from './index';

interface Props {
    readonly slot: 0 | 1 | 2;
    readonly context: Context;
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
                    onChange={event =>
                        look({
                            slots: slots.with(slot, event.currentTarget.value as ViewId) as [ViewId, ViewId, ViewId],
                        })
                    }
                >
                    {views.map(one => (
                        <option key={one.id} value={one.id}>
                            {t(one.title)}
                        </option>
                    ))}
                </select>
            </>
        ),
        [slots, view, lang],
    );
    return (
        <Answer view={view} context={context}>
            {title}
        </Answer>
    );
});
