// From raw records to those of the table, ready to be checked: shared by every way of reading a file.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import { RecordCheck } from './checkRecord.ts';
import { IssueTally } from './issueTally.ts';
import type { RawRecord } from './rawRecord.ts';
import { noteShown, withWantedTexts } from './sheets/formattedNumbers.ts';
import { TableWalk } from './tableWalk.ts';
import { repairRecord } from './text/doubleEncoding.ts';

/** Number of cells of the table's records: the header's, or the last mapped column where there is none. */
function tableWidth(columns: readonly ColumnMapping[], headerWidth: number): number {
  const mapped = columns.reduce((most, column) => Math.max(most, column.position + 1), 0);
  return Math.max(mapped, headerWidth);
}

function lastFilled(cells: readonly string[]): number {
  let size = cells.length;
  while (size > 0 && cells[size - 1]?.trim() === '') size--;
  return size;
}

/** What is known once the header has been seen. */
export interface Table {
  readonly width: number;
  readonly walk: TableWalk;
  readonly check: RecordCheck;
}

/** Holds records back until the header has been seen, because the header's width decides how the rest is checked. */
export class TablePipeline {
  readonly tally = new IssueTally();
  #table: Table | null = null;
  #held: RawRecord[] = [];
  readonly #settings: ReadSettings;
  readonly #columns: readonly ColumnMapping[];
  readonly #noteShown: ReturnType<typeof noteShown>;

  constructor(settings: ReadSettings, columns: readonly ColumnMapping[]) {
    this.#settings = settings;
    this.#columns = columns;
    const names = new Map(columns.map(({ position, name }) => [position, name]));
    this.#noteShown = noteShown(this.tally, (position) => names.get(position));
  }

  /** Null until the header has been seen. */
  get table(): Table | null {
    return this.#table;
  }

  /** The next records as the table has them: from its first line on, repaired where asked. */
  push(records: readonly RawRecord[], atEnd: boolean): RawRecord[] {
    const { startLine = 1, repairDoubleEncoding, format, numbersShown } = this.#settings;
    let own = startLine === 1 ? records : records.filter(({ line }) => line >= startLine);
    if (format !== 'csv') own = own.map((record) => withWantedTexts(record, numbersShown, this.#noteShown));
    if (repairDoubleEncoding === true) {
      own = own.map((record) =>
        repairRecord(record, (line, count) =>
          this.tally.add('DOUBLE-ENCODED-REPAIRED', 'note', { line, count }),
        ),
      );
    }
    return this.#table === null ? this.#start(own, atEnd) : this.#table.walk.push(own);
  }

  /** Starts once the header record is there (or the file has ended). */
  #start(records: readonly RawRecord[], atEnd: boolean): RawRecord[] {
    for (const record of records) this.#held.push(record);
    const { headerRow, format, nullWords, totals } = this.#settings;
    if (this.#held.length < headerRow && !atEnd) return [];
    const header = headerRow === 0 ? undefined : this.#held[headerRow - 1];
    const columns = this.#columns;
    const width = tableWidth(columns, header === undefined ? 0 : lastFilled(header.cells));
    const isText = format === 'csv';
    const check = new RecordCheck({ columns, width, sparse: !isText, nullWords }, this.tally);
    const options = { headerRow, width, secondTable: isText && width > 1 };
    const walk = new TableWalk(
      totals === 'leaveOut' ? { ...options, leaveOutTotals: columns } : options,
      this.tally,
    );
    this.#table = { width, walk, check };
    const held = this.#held;
    this.#held = [];
    return walk.push(held);
  }

  /** What was still held back; call once after the last record. */
  finish(): RawRecord[] {
    const started = this.#table === null ? this.push([], true) : [];
    return [...started, ...(this.#table?.walk.finish() ?? [])];
  }
}
