import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { createElement, type FunctionComponent, type RefObject } from 'preact';
import { subscribe } from './store';

/** Paints a component anew whenever the state or what the server told changes. */
export function useStore(): void {
    const [, repaint] = useReducer((n: number) => n + 1, 0);
    // before the first painting, so that nothing that is told meanwhile is missed
    useLayoutEffect(() => subscribe(() => repaint(undefined as never)), []);
}

/** A component that is painted anew only when one of its properties is another. */
export function memo<P extends object>(Part: FunctionComponent<P>): FunctionComponent<P> {
    return props => useMemo(() => createElement(Part, props), Object.values(props));
}

/** Whether something holds for so long already, counted from its beginning and from every change of `since`. */
export function useLasting(holds: boolean, ms: number, since: string): boolean {
    const [isLong, setLong] = useState(false);
    useEffect(() => {
        const timer = holds ? window.setTimeout(() => setLong(true), ms) : 0;
        return () => {
            clearTimeout(timer);
            setLong(false);
        };
    }, [holds, since]);
    return isLong;
}

/** A value one frame late, null before: what shows it is painted after all that shows the value itself. */
export function useNextFrame<T>(value: T): T | null {
    const [late, setLate] = useState<T | null>(null);
    useEffect(() => setLate(value), [value]);
    return late;
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
