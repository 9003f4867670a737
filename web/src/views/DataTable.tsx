import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n';
import type { Cell } from '../types';
import { cellText, digitsOf, type TableModel } from './table';

interface Props {
    readonly table: TableModel;
    readonly label: string;
    readonly strongKey?: string;
    readonly onPick?: (key: string) => void;
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
    if (typeof a === 'number' && typeof b === 'number') {
        return a - b;
    }
    return a == null ? 1 : b == null ? -1 : String(a).localeCompare(String(b));
}

/** A table that sorts by a click on a heading. */
export function DataTable({ table, label, onPick }: Props): VNode {
    const [sort, setSort] = useState<{ key: string; isDown: boolean } | null>(null);
    const digits = digitsOf(table);
    const rows = sort
        ? [...table.rows].sort((a, b) => compare(a[sort.key], b[sort.key]) * (sort.isDown ? -1 : 1))
        : table.rows;
    const idKey = table.columns[0]?.key ?? '';
    return (
        <div class="scroll" tabIndex={0} role="region" aria-label={label}>
            <table class="data">
                <caption class="hidden">{label}</caption>
                <thead>
                    <tr>
                        {table.columns.map(column => (
                            <th
                                key={column.key}
                                scope="col"
                                class={column.kind === 'text' ? '' : 'number'}
                                aria-sort={
                                    sort?.key === column.key ? (sort.isDown ? 'descending' : 'ascending') : 'none'
                                }
                            >
                                <button
                                    type="button"
                                    class="sort"
                                    title={t('table.sort')}
                                    onClick={() =>
                                        setSort({
                                            key: column.key,
                                            isDown: sort?.key === column.key ? !sort.isDown : column.kind !== 'text',
                                        })
                                    }
                                >
                                    {column.title}
                                    {column.unit && <small> {column.unit}</small>}
                                </button>
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row, i) => (
                        <tr key={i}>
                            {table.columns.map((column, j) => {
                                const value = row[column.key];
                                const text = cellText(value, column.kind, digits.get(column.key) ?? 2);
                                const sign =
                                    column.kind === 'pct' &&
                                    !column.isNeutral &&
                                    typeof value === 'number' &&
                                    value !== 0
                                        ? value < 0
                                            ? ' loss'
                                            : ' gain'
                                        : '';
                                if (j === 0) {
                                    return (
                                        <th key={column.key} scope="row">
                                            {onPick ? (
                                                <button
                                                    type="button"
                                                    class="plain"
                                                    onClick={() => onPick(String(row['code'] ?? row[idKey]))}
                                                >
                                                    {text}
                                                </button>
                                            ) : (
                                                text
                                            )}
                                        </th>
                                    );
                                }
                                return (
                                    <td key={column.key} class={column.kind === 'text' ? '' : `number${sign}`}>
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
