// A picture of an answer as one SVG that needs no style sheet: its charts and its tinted tables, where they stand, under a
// title and above a line that says what made the numbers.

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
    'paint-order',
    'stroke-linejoin',
    'r',
] as const;

const Space = 'http://www.w3.org/2000/svg';
const Margin = 16;
const LetterWidth = 0.52;
const SourceSize = 10;

/** Where a picture's words come from. */
export interface Caption {
    readonly title: string;
    readonly source: string;
}

export interface Picture {
    readonly svg: string;
    readonly width: number;
    readonly height: number;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
    const made = document.createElementNS(Space, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
    return made;
}

function words(text: string, x: number, y: number, style: CSSStyleDeclaration, anchor: string): SVGElement {
    const made = element('text', {
        x,
        y,
        fill: style.color,
        'font-family': style.fontFamily,
        'font-size': style.fontSize,
        'font-weight': style.fontWeight,
        'text-anchor': anchor,
    });
    made.textContent = text;
    return made;
}

// Lines of text that fit a room, by the mean width of a letter.
function linesOf(text: string, room: number, fontSize: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
        const longer = `${lines.at(-1)} ${word}`;
        if (lines.length > 0 && longer.length * LetterWidth * fontSize <= room) {
            lines[lines.length - 1] = longer;
        } else {
            lines.push(word);
        }
    }
    return lines;
}

/** A chart as it is painted, without classes. */
function chart(svg: SVGSVGElement): SVGSVGElement {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const originals = [svg, ...svg.querySelectorAll('*')];
    const copies = [copy, ...copy.querySelectorAll('*')];
    copies.forEach((one, i) => {
        const original = originals[i];
        if (original) {
            const style = getComputedStyle(original);
            Painted.filter(name => name !== 'r' || one.tagName === 'circle').forEach(name =>
                one.setAttribute(name, style.getPropertyValue(name)),
            );
            ['class', 'style', 'tabindex', 'role', 'aria-label'].forEach(name => one.removeAttribute(name));
        }
    });
    return copy;
}

function cells(table: HTMLTableElement, left: number, top: number): SVGElement {
    const group = element('g', {});
    for (const cell of table.querySelectorAll<HTMLElement>('th, td, caption')) {
        const box = cell.getBoundingClientRect();
        const style = getComputedStyle(cell);
        const [x, y] = [box.left - left, box.top - top];
        if (cell.closest('.hidden') || box.width === 0) {
            continue;
        }
        const isBar = cell.classList.contains('bar-cell');
        for (const tinted of isBar ? cell.children : [cell]) {
            const fill = getComputedStyle(tinted).backgroundColor;
            if (fill !== 'rgba(0, 0, 0, 0)') {
                const { left: x0, top: y0, width, height } = tinted.getBoundingClientRect();
                group.append(element('rect', { x: x0 - left, y: y0 - top, width, height, fill }));
            }
        }
        if (isBar) {
            const middle = x + (parseFloat(style.paddingLeft) + box.width) / 2;
            group.append(element('rect', { x: middle - 0.5, y, width: 1, height: box.height, fill: style.color }));
        }
        const isEnd = style.textAlign === 'right' || style.textAlign === 'end';
        const text = cell.innerText.trim();
        if (text) {
            const padding = parseFloat(isEnd ? style.paddingRight : style.paddingLeft);
            const at = isEnd ? x + box.width - padding : x + padding;
            const size = parseFloat(style.fontSize);
            // a number is never broken
            const lines = isEnd ? [text] : linesOf(text, box.width - padding, size);
            lines.forEach((line, i) => {
                const middle = y + box.height / 2 + size * (0.36 + 1.2 * (i - (lines.length - 1) / 2));
                group.append(words(line, at, middle, style, isEnd ? 'end' : 'start'));
            });
        }
    }
    return group;
}

/** The picture of what stands in an element; null where it holds nothing to draw. */
export function pictureOf(body: HTMLElement, caption: Caption): Picture | null {
    const parts = [
        ...body.querySelectorAll<SVGSVGElement | HTMLTableElement>(
            'svg.chart, .map > svg, .legend svg, table.standing, table.matrix, table.facts',
        ),
    ].filter(part => part.getBoundingClientRect().width > 0);
    const boxes = parts.map(part => part.getBoundingClientRect());
    if (boxes.length === 0) {
        return null;
    }
    const left = Math.min(...boxes.map(box => box.left));
    const top = Math.min(...boxes.map(box => box.top));
    const inner = Math.max(...boxes.map(box => box.right)) - left;
    const tall = Math.max(...boxes.map(box => box.bottom)) - top;
    const style = getComputedStyle(document.body);
    const source = linesOf(caption.source, inner, SourceSize);
    const sourceHeight = 1.3 * SourceSize * source.length;
    const [width, height] = [inner + 2 * Margin, tall + 2 * Margin + 30 + sourceHeight];
    const root = element('svg', { xmlns: Space, width, height, viewBox: `0 0 ${width} ${height}` });
    root.append(element('rect', { width, height, fill: style.backgroundColor }));
    const title = words(caption.title, Margin, Margin + 12, style, 'start');
    title.setAttribute('font-size', '15');
    title.setAttribute('font-weight', '600');
    const told = source.map((line, i) => {
        const y = height - 10 - 1.3 * SourceSize * (source.length - 1 - i);
        const made = words(line, Margin, y, style, 'start');
        made.setAttribute('font-size', String(SourceSize));
        return made;
    });
    const content = element('g', { transform: `translate(${Margin} ${Margin + 24})` });
    parts.forEach((part, i) => {
        const box = boxes[i];
        if (part instanceof SVGSVGElement && box) {
            const copy = chart(part);
            const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
            Object.entries(place).forEach(([key, value]) => copy.setAttribute(key, String(value)));
            content.append(copy);
        } else if (part instanceof HTMLTableElement) {
            content.append(cells(part, left, top));
        }
    });
    root.append(title, content, ...told);
    return { svg: new XMLSerializer().serializeToString(root), width, height };
}
