import type { TableModel } from '../views/table';
import type { Picture } from './picture';

export function downloadBlob(blob: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function downloadText(text: string, name: string, type: string): void {
    downloadBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

export function downloadSvg(picture: Picture, name: string): void {
    downloadText(picture.svg, `${name}.svg`, 'image/svg+xml');
}

/** The picture as pixels, two to one of the screen. */
export function downloadPng(picture: Picture, name: string): void {
    const image = new Image();
    image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = picture.width * 2;
        canvas.height = picture.height * 2;
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(blob => blob && downloadBlob(blob, `${name}.png`));
    };
    // an address with the picture in it: a file opened from disk may not read its own blobs back
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
}

/** Comma-separated values in full precision; text that a spreadsheet would run as a formula is quoted with an apostrophe. */
export function toCsv(table: TableModel): string {
    const cell = (value: unknown): string => {
        if (value === null || value === undefined) {
            return '';
        }
        if (typeof value !== 'string') {
            return String(value);
        }
        const safe = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
        return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const head = table.columns.map(column => column.key).join(',');
    return (
        [head, ...table.rows.map(row => table.columns.map(column => cell(row[column.key])).join(','))].join('\n') +
        '\n'
    );
}
