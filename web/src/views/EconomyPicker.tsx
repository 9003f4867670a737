import type { VNode } from 'preact';
import { t } from '../i18n';
import { look } from '../store';
import { focusOf, nameOf, type Context } from './context';

/** Chooses the economy that a view shows. */
export function EconomyPicker({ context }: { context: Context }): VNode {
    const chosen = focusOf(context);
    const names = context.world.economies
        .map(e => ({ code: e.economy, name: nameOf(context, e.economy) }))
        .sort((a, b) => a.name.localeCompare(b.name, context.state.lang));
    return (
        <label class="inline-label">
            {t('column.economy')}{' '}
            <select value={chosen} onChange={event => look({ focus: event.currentTarget.value })}>
                {names.map(({ code, name }) => (
                    <option key={code} value={code}>
                        {name}
                    </option>
                ))}
            </select>
        </label>
    );
}
