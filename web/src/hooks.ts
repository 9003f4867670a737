import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { subscribe } from './store';

/** Paints a component anew whenever the state or what the server told changes. */
export function useStore(): void {
    const [, repaint] = useReducer((n: number) => n + 1, 0);
    useEffect(() => subscribe(() => repaint(undefined as never)), []);
}

/** How much larger than on a desk text is: one there, more on a projector. */
export const textScale = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) / 14;

/** Width and height of an element in pixels, zero before it is laid out. */
export function useSize<T extends Element>(): [RefObject<T>, number, number] {
    const ref = useRef<T>(null);
    const [size, setSize] = useState<readonly [number, number]>([0, 0]);
    useLayoutEffect(() => {
        const element = ref.current;
        if (!element) {
            return;
        }
        const observer = new ResizeObserver(entries => {
            const box = entries[0]?.contentRect;
            if (box) {
                setSize([box.width, box.height]);
            }
        });
        observer.observe(element);
        return () => observer.disconnect();
    }, []);
    return [ref as RefObject<T>, size[0], size[1]];
}
