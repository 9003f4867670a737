import { change, count, digitsFor, level, millions, year } from '../format';
import type { Cell, Row } from '../types';

export type ColumnKind = 'text' | 'pct' | 'musd' | 'level' | 'days' | 'flag' | 'year' | 'count';

export interface Column {
    readonly key: string;
    readonly title: string;
    readonly kind: ColumnKind;
    readonly unit?: string;
    /** Whether less is neither a loss nor a gain, as with days. */
    readonly isNeutral?: boolean;
}

/** What a view shows, as a table: for reading, for CSV, and as the words behind a chart. */
export interface TableModel {
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
}

/** Digits of each number column, so that its largest number has three that count. */
export function digitsOf(table: TableModel): ReadonlyMap<string, number> {
    return new Map(
        table.columns.map(column => [
            column.key,
            digitsFor(
                table.rows.map(row => (typeof row[column.key] === 'number' ? (row[column.key] as number) : null)),
            ),
        ]),
    );
}

/** The text of a cell. */
export function cellText(value: Cell | undefined, kind: ColumnKind, digits: number): string {
    if (value === null || value === undefined) {
        return '–';
    }
    if (typeof value === 'boolean') {
        return value ? '●' : '';
    }
    if (typeof value === 'string') {
        return value;
    }
    switch (kind) {
        case 'pct':
            return change(value, digits);
        case 'musd':
            return millions(value);
        case 'count':
            return count(value);
        case 'year':
            return year(value);
        case 'days':
            return level(value, Math.max(1, Math.min(digits, 2)));
        default:
            return level(value, digits);
    }
}
