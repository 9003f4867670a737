import type { TableModel } from '../views/table';

const Painted = [
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'opacity',
    'fill-opacity',
    'stroke-opacity',
    'font-size',
    'font-weight',
    'font-family',
    'vector-effect',
    'display',
] as const;

function download(blob: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const downloadBlob = download;

export function downloadText(text: string, name: string, type: string): void {
    download(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

/** The picture as a file that looks the same without the page's style sheet. */
function standalone(svg: SVGSVGElement): string {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const originals = [svg, ...svg.querySelectorAll('*')];
    const copies = [copy, ...copy.querySelectorAll('*')];
    copies.forEach((element, i) => {
        const original = originals[i];
        if (original) {
            const style = getComputedStyle(original);
            Painted.forEach(name => element.setAttribute(name, style.getPropertyValue(name)));
            element.removeAttribute('class');
        }
    });
    const box = svg.getBoundingClientRect();
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    paper.setAttribute('width', '100%');
    paper.setAttribute('height', '100%');
    paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
    copy.prepend(paper);
    return new XMLSerializer().serializeToString(copy);
}

export function downloadSvg(svg: SVGSVGElement, name: string): void {
    downloadText(standalone(svg), `${name}.svg`, 'image/svg+xml');
}

export function downloadPng(svg: SVGSVGElement, name: string): void {
    const url = URL.createObjectURL(new Blob([standalone(svg)], { type: 'image/svg+xml' }));
    const box = svg.getBoundingClientRect();
    const image = new Image();
    image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = box.width * 2;
        canvas.height = box.height * 2;
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(blob => blob && download(blob, `${name}.png`));
        URL.revokeObjectURL(url);
    };
    image.src = url;
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
