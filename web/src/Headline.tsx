import type { VNode } from 'preact';
import { billions, count, percent } from './format';
import { memo } from './hooks';
import { t } from './i18n';
import { number, rowsOf, type Context } from './views/context';

interface Figure {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly more: string;
    readonly isLoss: boolean;
}

/** The four figures of a package that a delegation asks for first. */
export const Headline = memo(({ context }: { readonly context: Context }): VNode => {
    const groups = context.run.groups ?? [];
    const at = (split: string, name: string) => groups.find(row => row['split'] === split && row['group'] === name);
    const shown: readonly (readonly [string, string, string])[] = [
        ['members', 'membership', 'Members'],
        ['others', 'membership', 'Non-members'],
        ['landlocked', 'coast', 'Landlocked economies'],
        ['world', 'world', 'World'],
    ];
    const figures = shown.flatMap(([key, split, name]): Figure[] => {
        const row = at(split, name) ?? groups.find(r => r['group'] === name);
        if (!row) {
            return [];
        }
        const value = number(row, 'real_income_pct');
        return [
            {
                key,
                label: t(`headline.${key as 'members' | 'others' | 'landlocked' | 'world'}`),
                value: percent(value, Math.abs(value) >= 1 ? 2 : 3),
                isLoss: value < 0,
                more: t('headline.busd', { value: billions(number(row, 'real_income_musd')) }),
            },
        ];
    });
    const rows = rowsOf(context.run);
    const winners = rows.filter(row => number(row, 'real_income_pct') > 0).length;
    const losers = rows.filter(row => number(row, 'real_income_pct') < 0).length;
    return (
        <section class="headline" aria-label={t('headline.title')} tabIndex={0}>
            {figures.map(figure => (
                <div key={figure.key} class="figure" data-figure={figure.key}>
                    <span class="figure-label">{figure.label}</span>
                    <span class={`figure-value ${figure.isLoss ? 'loss' : 'gain'}`}>{figure.value}</span>
                    <span class="figure-more">{figure.more}</span>
                </div>
            ))}
            <div class="figure" data-figure="winners">
                <span class="figure-label">{t('headline.standing')}</span>
                <span class="figure-value">
                    <span class="gain">{count(winners)}</span>
                    <span class="slash"> : </span>
                    <span class="loss">{count(losers)}</span>
                </span>
                <span class="figure-more">{t('headline.win-lose')}</span>
            </div>
        </section>
    );
});
