// A diverging scale that people with any colour vision tell apart: ochre for losses, teal for gains, pale near zero.
// Steps are 1 and 3 times powers of ten, so that colours stay put while a slider moves.

export interface Scale {
    /** Class of a value: -4 for the largest losses to 4 for the largest gains, 0 for nearly nothing. */
    readonly classOf: (value: number) => number;
    /** Smallest size of the classes 1 to 4. */
    readonly steps: readonly [number, number, number, number];
}

// The same object for the same steps, so that what shows them is not painted anew.
const scales = new Map<number, Scale>();

/** The scale whose largest step lies below most of the largest values. */
export function divergingScale(values: readonly number[]): Scale {
    const sizes = values
        .map(Math.abs)
        .filter(x => Number.isFinite(x) && x > 0)
        .sort((a, b) => b - a);
    const largest = sizes[Math.min(4, sizes.length - 1)] ?? 1;
    const power = Math.floor(Math.log10(largest) * 2);
    const known = scales.get(power);
    if (known) {
        return known;
    }
    const at = (half: number): number => (half % 2 === 0 ? 1 : 3) * 10 ** Math.floor(half / 2);
    const steps = [at(power - 3), at(power - 2), at(power - 1), at(power)] as const;
    const classOf = (value: number): number => {
        const size = Math.abs(value);
        const level = steps.filter(step => size >= step).length;
        return value < 0 ? -level : level;
    };
    const scale = { classOf, steps };
    scales.set(power, scale);
    return scale;
}

/** The CSS class of a class of the scale; `none` for what has no number. */
export function tint(level: number | null): string {
    return level === null ? 'tint-none' : level < 0 ? `tint-l${-level}` : level > 0 ? `tint-g${level}` : 'tint-0';
}
