import type { VNode } from 'preact';
import { tint, type Scale } from '../colour';
import { tick } from '../format';
import { memo } from '../hooks';
import { t, type Lang } from '../i18n';

const MostSigns = 5;

interface Props {
    readonly scale: Scale;
    readonly unit: string;
    readonly lang: Lang;
}

/** What the tints of the map mean: losses to the left, gains to the right. */
export const Legend = memo(({ scale, unit }: Props): VNode => {
    const classes = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
    const bounds = [...scale.steps.map(step => -step).reverse(), ...scale.steps];
    // long numbers stand at every other bound
    const isLong = bounds.some(bound => tick(bound).length > MostSigns);
    const isTold = (i: number): boolean => !isLong || i % 2 === (i < 4 ? 0 : 1);
    return (
        <div
            class="legend"
            role="img"
            aria-label={t('map.legend', { steps: scale.steps.map(tick).join('; '), unit })}
        >
            <span class="legend-end">{t('map.loses')}</span>
            <svg width="324" height="27" viewBox="0 0 324 27" aria-hidden="true">
                {classes.map((level, i) => (
                    <rect key={level} class={tint(level)} x={i * 36} y={0} width={36} height={11} />
                ))}
                {bounds.map(
                    (bound, i) =>
                        isTold(i) && (
                            <text key={i} class="chart-tick" x={(i + 1) * 36} y={23} text-anchor="middle">
                                {tick(bound)}
                            </text>
                        ),
                )}
            </svg>
            <span class="legend-end">
                {t('map.gains')}, {unit}
            </span>
        </div>
    );
});
