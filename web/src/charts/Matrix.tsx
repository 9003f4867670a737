import type { VNode } from 'preact';
import { tint, type Scale } from '../colour';

interface Props {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly rowTitle: string;
    readonly cell: (row: number, column: number) => { value: number | null; text: string; title: string };
    readonly scale: Scale;
    readonly label: string;
    /** Longer words for the columns. */
    readonly columnTitles?: readonly string[];
}

/** A table whose cells are tinted by their number. */
export function Matrix({ rows, columns, columnTitles, rowTitle, cell, scale, label }: Props): VNode {
    return (
        <div class="scroll" tabIndex={0} role="region" aria-label={label}>
            <table class="matrix">
                <caption class="hidden">{label}</caption>
                <thead>
                    <tr>
                        <th scope="col">{rowTitle}</th>
                        {columns.map((column, j) => (
                            <th scope="col" key={column} title={columnTitles?.[j]}>
                                {column}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row, i) => (
                        <tr key={row}>
                            <th scope="row">{row}</th>
                            {columns.map((column, j) => {
                                const { value, text, title } = cell(i, j);
                                return (
                                    <td
                                        key={column}
                                        title={title}
                                        class={`cell ${tint(value === null ? null : scale.classOf(value))}`}
                                    >
                                        {text}
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
