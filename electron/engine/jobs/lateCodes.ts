// The codes and texts of a column whose different texts are too many to be numbered while records are read: what is
// stored gets its numbers at the end, in the same order as if there had been room.
import { chunksOf, rewriteChunk, writeStrings } from '../db/columns.ts';
import type { WriteDb } from '../db/open.ts';
import { PackedText } from '../db/packedText.ts';
import { textColumn } from '../db/records.ts';
import { LANES, UNNUMBERED } from '../files/index.ts';
import type { ColumnCells } from '../files/index.ts';
import { letGo } from '../letGo.ts';
import { columnName, dictionaryName } from './columnBuilder.ts';
import { SpilledTexts } from './spilledTexts.ts';

export interface CodedRun {
  readonly db: WriteDb;
  readonly write: WriteDb['transaction'];
  readonly runId: number;
  readonly position: number;
  /** Rows of a chunk of codes. */
  readonly rowsPerChunk: number;
}

export class LateCodes {
  readonly #run: CodedRun;
  readonly #texts: SpilledTexts;
  #rows: Int32Array;
  #hashes: Int32Array;
  #held = 0;

  constructor(run: CodedRun) {
    this.#run = run;
    this.#texts = new SpilledTexts(run.db.path);
    this.#rows = new Int32Array(run.rowsPerChunk);
    this.#hashes = new Int32Array(LANES * run.rowsPerChunk);
  }

  /** Takes what a batch left without number. @param first the run's row that is the batch's row `from` */
  take({ codes, fingerprints }: ColumnCells, from: number, count: number, first: number): void {
    for (let row = 0; row < count; row++) {
      if (codes[from + row] !== UNNUMBERED) continue;
      this.#rows[this.#held] = first + row;
      const at = LANES * (from + row);
      for (let lane = 0; lane < LANES; lane++)
        this.#hashes[LANES * this.#held + lane] = fingerprints[at + lane] as number;
      this.#held++;
    }
  }

  /** At the end of each chunk of codes. */
  flush(): void {
    this.#texts.add(this.#rows, this.#hashes, this.#held);
    this.#held = 0;
  }

  /** When all records and codes are stored. @param rows of the run; @param before texts that have a number */
  *finish(rows: number, before: number): Generator<void> {
    letGo(this.#rows);
    letGo(this.#hashes);
    yield* this.#texts.settle(rows);
    yield* this.#storeCodes(before);
    const { db, write, runId, position } = this.#run;
    yield* writeStrings(db, write, runId, dictionaryName(position), this.#eachText(), before);
  }

  close(): void {
    this.#texts.close();
  }

  *#storeCodes(before: number): Generator<void> {
    const { db, write, runId, position, rowsPerChunk } = this.#run;
    for (const { rows, numbers } of this.#texts.numbered()) {
      const chunk = Math.floor((rows[0] as number) / rowsPerChunk);
      write(() =>
        rewriteChunk(db, runId, columnName('code', position), chunk, ({ buffer, byteOffset, byteLength }) => {
          const codes = new DataView(buffer, byteOffset, byteLength);
          for (let at = 0; at < rows.length; at++)
            codes.setInt32(
              4 * ((rows[at] as number) - chunk * rowsPerChunk),
              before + (numbers[at] as number),
              true,
            );
        }),
      );
      yield;
    }
  }

  /** Trimmed, as they were when they were compared. */
  *#eachText(): Generator<string> {
    const { db, runId, position } = this.#run;
    for (const { chunk: first, data } of chunksOf(db, runId, textColumn(position))) {
      const text = new PackedText(data);
      for (let row = 0; row < text.rows; row++)
        if (this.#texts.isFirst(first + row)) yield (text.text(row) ?? '').trim();
    }
  }
}
