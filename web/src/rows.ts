import type { Cell, Row, Run, Table } from './types';

function rowsOf({ columns, rows }: Table): Row[] {
    return rows.map(cells => {
        const row: Record<string, Cell> = {};
        for (let at = 0; at < columns.length; at++) {
            row[columns[at]!] = cells[at] ?? null;
        }
        return row;
    });
}

const isTable = (part: unknown): part is Table => typeof part === 'object' && part !== null && 'columns' in part;

/** A result with rows as objects, from one whose fields are tables. */
export const withRows = (told: Readonly<Record<string, unknown>>): Run =>
    Object.fromEntries(
        Object.entries(told).map(([name, part]) => [name, isTable(part) ? rowsOf(part) : part]),
    ) as unknown as Run;
