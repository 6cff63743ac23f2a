import type { Sink } from '#db/population/person.ts';
import { type Table, tableOrder } from '#db/population/tables.ts';

/** Rows on their way into the database, as COPY reads them: one line a row, columns between tabs. */
export interface Sheet extends Sink {
  /** Hands over what was added since the last time, in the order in which it can be put in. */
  take(): { table: Table; columns: string[]; text: string; rows: number }[];
}

export function openSheet(): Sheet {
  const columnsOf = new Map<Table, string[]>();
  const lines = new Map<Table, string[]>();
  return {
    add: (table, row) => {
      const values = row as Record<string, unknown>;
      const columns = columnsOf.get(table) ?? Object.keys(values);
      columnsOf.set(table, columns);
      const line = columns.map((column) => cell(values[column])).join('\t');
      const ofTable = lines.get(table);
      if (ofTable === undefined) lines.set(table, [line]);
      else ofTable.push(line);
    },
    take: () => {
      const taken = tableOrder.flatMap((table) => {
        const ofTable = lines.get(table) ?? [];
        if (ofTable.length === 0) return [];
        return [
          {
            table,
            columns: columnsOf.get(table) ?? [],
            text: `${ofTable.join('\n')}\n`,
            rows: ofTable.length,
          },
        ];
      });
      lines.clear();
      return taken;
    },
  };
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value in COPY's text format. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return `{${value.map(String).join(',')}}`;
  return String(value).replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
