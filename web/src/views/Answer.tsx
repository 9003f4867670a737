import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { downloadPng, downloadSvg, downloadText, toCsv } from '../charts/export';
import { pictureOf, type Picture } from '../charts/picture';
import { t } from '../i18n';
import { look } from '../store';
import { provenanceOf, type Context, type View } from './context';
import { DataTable } from './DataTable';
import { Drawer } from './Drawer';

interface Props {
    readonly view: View;
    readonly context: Context;
    /** The title, or what chooses one. */
    readonly children: ComponentChildren;
}

/** One answer: its picture or its table, its files, and how it was computed. */
export function Answer({ view, context, children }: Props): VNode {
    const [isTable, setTable] = useState(false);
    const [isHow, setHow] = useState(false);
    const body = useRef<HTMLDivElement>(null);
    const table = useMemo(() => view.table(context), [view, context]);
    const shown = useMemo(
        () =>
            isTable ? (
                <DataTable table={table} label={t(view.title)} onPick={code => look({ focus: code })} />
            ) : (
                <view.Chart context={context} table={table} />
            ),
        [table, isTable],
    );
    const draw = (save: (picture: Picture, name: string) => void): void => {
        const caption = { title: t(view.title), source: provenanceOf(context.run) };
        const picture = body.current && pictureOf(body.current, caption);
        if (picture) {
            save(picture, view.id);
        }
    };
    const hasPicture = !isTable && !view.isTable;
    return (
        <section class={`panel panel-${view.id}`} aria-label={t(view.title)}>
            <header class="panel-head">
                {children}
                <div class="panel-tools" role="group" aria-label={t('panel.tools')}>
                    <button type="button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
                        {t('panel.table')}
                    </button>
                    <button type="button" onClick={() => downloadText(toCsv(table), `${view.id}.csv`, 'text/csv')}>
                        CSV
                    </button>
                    {hasPicture && (
                        <button type="button" onClick={() => draw(downloadSvg)}>
                            SVG
                        </button>
                    )}
                    {hasPicture && (
                        <button type="button" onClick={() => draw(downloadPng)}>
                            PNG
                        </button>
                    )}
                    <button type="button" aria-expanded={isHow} onClick={() => setHow(!isHow)}>
                        {t('panel.how')}
                    </button>
                </div>
            </header>
            <div class="panel-body" ref={body} tabIndex={0} role="region" aria-label={t(view.title)}>
                {shown}
            </div>
            {isHow && <Drawer context={context} view={view} onClose={() => setHow(false)} />}
        </section>
    );
}
