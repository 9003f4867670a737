import { language } from './i18n';

// The only file that turns numbers into text for people. A table shows three significant digits of its largest number,
// and a change that is not zero does not read as zero unless it is below 0.0001.

const cache = new Map<string, Intl.NumberFormat>();

const locale = (): string => ({ en: 'en-GB', zh: 'zh-CN', ru: 'ru-RU' })[language()];

function formatter(digits: number, sign: boolean, least = digits): Intl.NumberFormat {
    const key = `${locale()}/${digits}/${sign}/${least}`;
    let found = cache.get(key);
    if (!found) {
        found = new Intl.NumberFormat(locale(), {
            minimumFractionDigits: least,
            maximumFractionDigits: digits,
            signDisplay: sign ? 'exceptZero' : 'negative',
        });
        cache.set(key, found);
    }
    return found;
}

// A minus as wide as a plus.
const minus = (text: string): string => text.replace('-', '\u2212');

const SmallestShown = 4;

/** Digits after the point that give the largest number three significant digits. */
export function digitsFor(values: Iterable<number | null | undefined>): number {
    let largest = 0;
    for (const value of values) {
        if (typeof value === 'number' && Number.isFinite(value)) {
            largest = Math.max(largest, Math.abs(value));
        }
    }
    return largest === 0 ? 2 : Math.min(SmallestShown, Math.max(0, 2 - Math.floor(Math.log10(largest))));
}

function digitsOf(value: number, digits: number): number {
    if (value === 0 || Math.abs(value) >= 0.5 * 10 ** -digits) {
        return digits;
    }
    return Math.min(SmallestShown, Math.ceil(-Math.log10(Math.abs(value))));
}

/** A change in per cent, with its sign and without the unit. */
export function change(value: number | null | undefined, digits = 2): string {
    return typeof value === 'number' ? minus(formatter(digitsOf(value, digits), true).format(value)) : '–';
}

/** A change in per cent, with its sign and unit. */
export function percent(value: number | null | undefined, digits = 2): string {
    return typeof value === 'number' ? `${change(value, digits)}\u00a0%` : '–';
}

/** A level such as kilometres, dollars or days. */
export function level(value: number | null | undefined, digits = 0): string {
    return typeof value === 'number' ? minus(formatter(digitsOf(value, digits), false).format(value)) : '–';
}

/** Million dollars, with sign. */
export function millions(value: number | null | undefined): string {
    return typeof value === 'number' ? minus(formatter(digitsOf(value, 0), true).format(value)) : '–';
}

/** Billion dollars from million dollars, in Chinese hundred millions; with sign and three significant digits. */
export function billions(valueMusd: number): string {
    const value = valueMusd / (language() === 'zh' ? 100 : 1000);
    return minus(formatter(digitsFor([value]), true).format(value));
}

/** A tick of an axis. */
export function tick(value: number): string {
    const digits = value === 0 ? 0 : Math.max(0, Math.min(9, 1 - Math.floor(Math.log10(Math.abs(value)))));
    return minus(formatter(digits, false, 0).format(value));
}

/** A size of a lever with the digits that it has, at most four after the point. */
export function size(value: number): string {
    return minus(formatter(SmallestShown, false, 0).format(value));
}

/** A count of things. */
export function count(value: number): string {
    return formatter(0, false).format(value);
}

/** A residual such as 1.0e-11. */
export function residual(value: number): string {
    return value.toExponential(1);
}

/** A day in words, from a moment in ISO 8601. */
export function day(moment: string): string {
    return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(moment));
}

/** A year, never grouped. */
export function year(value: number): string {
    return String(Math.round(value));
}
