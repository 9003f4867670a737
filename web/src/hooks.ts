import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { subscribe } from './store';

/** Paints a component anew whenever the state or what the server told changes. */
export function useStore(): void {
    const [, repaint] = useReducer((n: number) => n + 1, 0);
    useEffect(() => subscribe(() => repaint(undefined as never)), []);
}

const DeskText = 14;

/**
 * Width of an element in pixels, zero before it is laid out, and how much larger than on a desk text is: one there,
 * more on a projector. Both are read when the layout is done; to read them while painting would force one more.
 */
export function useSize<T extends Element>(): [RefObject<T>, number, number] {
    const ref = useRef<T>(null);
    const [size, setSize] = useState<readonly [number, number]>([0, 1]);
    useLayoutEffect(() => {
        const element = ref.current;
        if (!element) {
            return;
        }
        const observer = new ResizeObserver(entries => {
            const width = entries[0]?.contentRect.width ?? 0;
            const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / DeskText;
            setSize(last => (last[0] === width && last[1] === scale ? last : [width, scale]));
        });
        observer.observe(element);
        return () => observer.disconnect();
    }, []);
    return [ref as RefObject<T>, size[0], size[1]];
}
