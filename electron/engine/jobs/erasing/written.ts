// What the analyst wrote anywhere in the project, without one person: names, notes, texts, references, definitions.
import type { WriteDb } from '../../db/open.ts';
import { readDefinitions, readName, writeDefinitions, writeName } from '../../db/settings.ts';
import { blotAll } from './blot.ts';
import type { Blotted, Blotter } from './blot.ts';
import { definitionsWithout } from './definitions.ts';
import { TEXT_COLUMNS } from './texts.ts';

interface Column {
  readonly table: string;
  readonly column: string;
}

/** The columns with one treatment. */
function columnsOf(treatment: 'text' | 'json' | 'name'): readonly Column[] {
  return Object.entries(TEXT_COLUMNS).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, its]) => (its === treatment ? [{ table, column }] : [])),
  );
}

/** Changes a column's different texts one by one. @returns in how many places the person stood */
function blotColumn(
  db: WriteDb,
  { table, column }: Column,
  blot: Blotter,
  nameFor: (text: string) => string = (text) => text,
): number {
  const texts = db.allRaw<{ text: string | null }>(`SELECT DISTINCT "${column}" AS text FROM ${table}`);
  let total = 0;
  for (const { text } of texts) {
    const { value, count } = text === null ? { value: '', count: 0 } : blot(text);
    if (text === null || count === 0) continue;
    const update = `UPDATE ${table} SET "${column}" = ? WHERE "${column}" = ?`;
    total += count * db.runRaw(update, nameFor(value), text).changes;
  }
  return total;
}

/** Numbers a name that is taken already: two columns may have named the person. */
function freeName(db: WriteDb, { table, column }: Column): (name: string) => string {
  const known = db.allRaw<{ text: string }>(`SELECT "${column}" AS text FROM ${table}`);
  const taken = new Set(known.map(({ text }) => text));
  return (name) => {
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name} ${n}`;
    taken.add(free);
    return free;
  };
}

const inJson =
  (blot: Blotter) =>
  (text: string): Blotted<string> => {
    const { value, count } = blotAll(JSON.parse(text), blot);
    return { value: JSON.stringify(value), count };
  };

function blotSettings(db: WriteDb, blot: Blotter): number {
  const name = blot(readName(db));
  if (name.count > 0) writeName(db, name.value);
  const definitions = definitionsWithout(readDefinitions(db), blot);
  if (definitions.count > 0) writeDefinitions(db, definitions.value);
  return name.count + definitions.count;
}

/** @returns in how many places the person stood */
export function blotWritten(db: WriteDb, blot: Blotter): number {
  const texts = columnsOf('text').map((column) => blotColumn(db, column, blot));
  const bodies = columnsOf('json').map((column) => blotColumn(db, column, inJson(blot)));
  const names = columnsOf('name').map((column) => blotColumn(db, column, blot, freeName(db, column)));
  return [...texts, ...bodies, ...names].reduce((sum, count) => sum + count, 0) + blotSettings(db, blot);
}
