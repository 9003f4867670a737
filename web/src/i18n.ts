import { byAlpha3 } from './codes';
import { messages } from './messages';

export type Lang = 'en' | 'zh' | 'ru';
export type MessageKey = keyof typeof messages;

const places: Readonly<Record<Lang, 0 | 1 | 2>> = { en: 0, zh: 1, ru: 2 };
export const languages: readonly { readonly id: Lang; readonly name: string }[] = [
    { id: 'en', name: 'English' },
    { id: 'zh', name: '中文' },
    { id: 'ru', name: 'Русский' },
];

// Set from the state before each painting; the state is the one place where it changes.
let current: Lang = 'en';
let regionNames: Intl.DisplayNames | null = null;

export const language = (): Lang => current;

export function useLanguage(lang: Lang): void {
    if (lang !== current) {
        current = lang;
        regionNames = null;
    }
}

// Made at the first name that needs it: a browser takes long to read its table.
function regionName(alpha2: string): string | undefined {
    regionNames ??= new Intl.DisplayNames([current === 'zh' ? 'zh-CN' : current], { type: 'region', fallback: 'none' });
    return regionNames.of(alpha2);
}

/** The message with {names} filled in. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
    return messages[key][places[current]].replace(/\{(\w+)\}/g, (whole, name: string) =>
        String(values[name] ?? whole),
    );
}

/** The message of a key made at run time, or the fallback. */
export function tOr(key: string, fallback: string): string {
    return (
        (messages as Readonly<Record<string, readonly [string, string, string]>>)[key]?.[places[current]] ?? fallback
    );
}

/** The name of an economy: of the baseline in English, of the browser's tables elsewhere. */
export function economyName(code: string, english: string): string {
    if (current === 'en') {
        return shortNames[code] ?? english;
    }
    const alpha2 = byAlpha3.get(code)?.alpha2;
    const own = tOr(`economy.${code}`, '');
    return own || (alpha2 && regionName(alpha2)) || english;
}

// Names that ISO keeps with their formal addition, without it where nothing is lost.
const shortNames: Readonly<Record<string, string>> = {
    BOL: 'Bolivia',
    COD: 'Congo, Democratic Republic',
    GBR: 'United Kingdom',
    IRN: 'Iran',
    KOR: 'Republic of Korea',
    MDA: 'Moldova',
    NLD: 'Netherlands',
    TZA: 'Tanzania',
    USA: 'United States',
    VEN: 'Venezuela',
    LAO: 'Lao PDR',
};
