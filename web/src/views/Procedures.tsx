import { Bars, type Bar } from '../charts/Bars';
import { millions } from '../format';
import { t, tOr, type MessageKey } from '../i18n';
import { jobOf, jobResult, type JobKind } from '../jobs';
import type { ViewId } from '../state';
import type { Cell, Row } from '../types';
import { nameOf, type Context, type View, type ViewProps } from './context';
import { DataTable } from './DataTable';
import { JobButton } from './JobButton';
import type { Column, ColumnKind, TableModel } from './table';

// build, share and discuss answer with lists of rows; each list is a table whose columns say their unit by their name.

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown): Cell {
    if (value === null || value === undefined || typeof value === 'object') {
        return Array.isArray(value)
            ? value.map(part => (typeof part === 'object' ? JSON.stringify(part) : String(part))).join(', ')
            : value
              ? JSON.stringify(value)
              : null;
    }
    return value as Cell;
}

function kindOf(key: string, value: Cell | undefined): ColumnKind {
    if (typeof value === 'boolean') {
        return 'flag';
    }
    if (typeof value === 'string' || value === null || value === undefined) {
        return 'text';
    }
    return key.endsWith('_musd') ? 'musd' : key.endsWith('_pct') ? 'pct' : 'level';
}

function asTable(context: Context, list: readonly unknown[]): TableModel {
    const rows = list
        .filter(isRow)
        .map(
            row =>
                Object.fromEntries(
                    Object.entries(row).map(([key, value]) => [
                        key,
                        key === 'economy' || key === 'player' ? nameOf(context, String(value)) : cellOf(value),
                    ]),
                ) as Row,
        );
    const keys = [...new Set(rows.flatMap(row => Object.keys(row)))];
    const columns = keys.map((key): Column => {
        const sample = rows.map(row => row[key]).find(value => value !== null && value !== undefined);
        const kind = kindOf(key, sample);
        const title = key.replace(/_(musd|pct)$/, '').replaceAll('_', ' ');
        const unit = kind === 'musd' ? t('unit.musd') : kind === 'pct' ? '%' : '';
        return { key, title: tOr(`field.${key}`, title), kind, ...(unit ? { unit } : {}) };
    });
    return { columns, rows };
}

/** The lists of rows in an answer, with the way to each. */
function listsOf(value: unknown, path = ''): { path: string; list: readonly unknown[] }[] {
    if (Array.isArray(value)) {
        return value.some(isRow) ? [{ path, list: value }] : [];
    }
    return isRow(value)
        ? Object.entries(value as object).flatMap(([key, part]) => listsOf(part, path ? `${path} · ${key}` : key))
        : [];
}

function procedure(
    id: ViewId & JobKind,
    title: MessageKey,
    how: MessageKey,
    equations: readonly string[],
    barKey: string,
): View {
    const table = (context: Context): TableModel => {
        const first = listsOf(jobResult(id))[0];
        return first ? asTable(context, first.list) : { columns: [], rows: [] };
    };
    const Chart = ({ context }: ViewProps) => {
        const found = jobOf(id);
        const lists = found?.job.state === 'done' ? listsOf(found.job.result) : [];
        const withBars = lists.find(({ list }) => list.some(row => isRow(row) && typeof row[barKey] === 'number'));
        const bars = (withBars?.list ?? []).filter(isRow).map((row, i): Bar => {
            const value = Number(row[barKey] ?? 0);
            const named = String(row['title'] ?? row['name'] ?? row['id'] ?? row['economy'] ?? row['player'] ?? i);
            return {
                key: String(i),
                label: row['economy'] ? nameOf(context, String(row['economy'])) : named,
                value,
                text: millions(value),
            };
        });
        return (
            <>
                <p class="note">{t(how)}</p>
                <JobButton kind={id} />
                {bars.length > 0 && bars.length <= 60 && <Bars bars={bars} unit={t('unit.musd')} label={t(title)} />}
                {lists.map(({ path, list }) => (
                    <section key={path}>
                        <h4>{tOr(`list.${path}`, path.replaceAll('_', ' '))}</h4>
                        <DataTable table={asTable(context, list.slice(0, 200))} label={path} />
                    </section>
                ))}
            </>
        );
    };
    return { id, title, how, equations, table, Chart };
}

export const build = procedure(
    'build',
    'view.build',
    'how.build',
    ['NPV = sum_t (B_t - C_t) / (1 + r)^t', 'sum_t F_t / (1 + IRR)^t = 0'],
    'economic_npv_musd',
);
export const share = procedure(
    'share',
    'view.share',
    'how.share',
    ['phi_i = sum_S |S|! (n - |S| - 1)! / n! (v(S + i) - v(S))', 'core: x(S) >= v(S) for every S'],
    'value_musd',
);
export const discuss = procedure(
    'discuss',
    'view.discuss',
    'how.discuss',
    ['i agrees when its gain is not below its red line', 'max prod_i (x_i - d_i)'],
    'gain_musd',
);
