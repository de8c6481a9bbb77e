// A snapshot's rejected records without one person: theirs go, the others lose what they say of the person.
import type { Reject } from '../../../../shared/model/issue.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { rejectOf } from '../../db/rejects.ts';
import { sql } from '../../db/schema.ts';
import type { Row } from '../../db/schema.ts';
import { filePlaces } from '../../db/sources.ts';
import { blotAll } from './blot.ts';
import type { Blotted, Blotter } from './blot.ts';
import { keyColumn } from './identifying.ts';
import { holdsMention } from './mentions.ts';
import { ownName } from './ownName.ts';
import type { Person } from './person.ts';

const DELIMITERS = /[,;|\t]/;

/** A rejected record is the person's when their key stands in the column of keys, or what can mean only them anywhere. */
function rejectTest(db: ReadDb, source: Source, runId: number, { keys, own }: Person) {
  const key = keyColumn(db, source);
  const at = key && filePlaces(db, runId)(key.field.position);
  return ({ code, cells, value, args }: Omit<Reject, 'record' | 'line'>): boolean => {
    const pieces = code === 'WRONG-DELIMITER' ? cells.flatMap((cell) => cell.split(DELIMITERS)) : cells;
    if (holdsMention([pieces, value ?? null, args], own)) return true;
    return key !== null && at !== null && keys.has(key.keyIn(pieces[at] ?? null));
  };
}

/** The name in the record's own column is its own. */
function rowWithout(
  row: Row<'reject'>,
  isOwnName: (at: number) => boolean,
  blot: Blotter,
): Blotted<Row<'reject'>> {
  const { cells, args } = rejectOf(row);
  const said = cells.map((cell, at) => (isOwnName(at) ? { value: cell, count: 0 } : blot(cell)));
  const rest = blotAll([args, row.value], blot);
  const [cleanArgs, value] = rest.value as [object, string | null];
  const body = { args: JSON.stringify(cleanArgs), cells: JSON.stringify(said.map((one) => one.value)) };
  return { value: { ...row, ...body, value }, count: said.reduce((sum, { count }) => sum + count, 0) };
}

export interface RejectsWithout {
  readonly staying: readonly Row<'reject'>[];
  readonly gone: number;
  /** Places where the person stood in those that stay. */
  readonly mentions: number;
}

export function rejectsWithout(
  db: ReadDb,
  source: Source,
  runId: number,
  person: Person,
  blot: Blotter,
): RejectsWithout {
  const rows = db.all(sql.selectFrom('reject').selectAll().where('run_id', '=', runId));
  const isTheirs = rejectTest(db, source, runId, person);
  const inFile = filePlaces(db, runId);
  const names = ownName(source.fields).places.map((at) => inFile(source.fields[at]?.position ?? -1));
  const staying = rows
    .filter((row) => !isTheirs(rejectOf(row)))
    .map((row) => rowWithout(row, (at) => names.includes(at), blot));
  return {
    staying: staying.map(({ value }) => value),
    gone: rows.length - staying.length,
    mentions: staying.reduce((sum, { count }) => sum + count, 0),
  };
}
