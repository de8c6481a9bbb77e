// What the analyst decided and wrote, without one person: fixes, decisions about pairs, names and notes; and the history,
// which could bring the person back.
import type { Source } from '../../../../shared/model/source.ts';
import { RecordedStep } from '../../../../shared/model/step.ts';
import { remember } from '../../db/erased.ts';
import type { WriteDb } from '../../db/open.ts';
import { readPersonPairs } from '../../db/persons.ts';
import { sql } from '../../db/schema.ts';
import { filePlaces, readSources } from '../../db/sources.ts';
import { blotAll } from './blot.ts';
import type { Blotter } from './blot.ts';
import { keyColumn } from './identifying.ts';
import { holdsMention, withoutMentions } from './mentions.ts';
import type { OwnTexts } from './mentions.ts';
import { nameMark } from './ownName.ts';
import type { Person } from './person.ts';
import { blotWritten } from './written.ts';

interface AnyStep {
  readonly kind: string;
  readonly position?: number;
  readonly runId?: number;
  readonly cells?: readonly string[];
  readonly where?: { readonly position?: number; readonly runId?: number };
}

/** What means the person in a step: keys only where it is about the column of keys. */
function textsFor(db: WriteDb, source: Source | undefined, step: AnyStep, person: Person): OwnTexts {
  const key = source && keyColumn(db, source);
  const position = step.position ?? step.where?.position;
  if (key && position === key.field.position) return new Set([...person.own, ...person.keyTexts]);
  return person.own;
}

/** A corrected record is the person's as a whole when its key is. */
function isCorrected(db: WriteDb, source: Source | undefined, step: AnyStep, { keys }: Person): boolean {
  const key = source && keyColumn(db, source);
  if (!key || step.kind !== 'correctRecord') return false;
  const at = filePlaces(db, step.runId ?? 0)(key.field.position);
  return at !== null && keys.has(key.keyIn(step.cells?.[at] ?? null));
}

/** Points to the run that took the place of one that is gone. */
function pointed(step: AnyStep, moved: ReadonlyMap<number, number>): AnyStep {
  const runId = step.runId ?? step.where?.runId;
  const now = runId === undefined ? undefined : moved.get(runId);
  if (now === undefined) return step;
  return step.where ? { ...step, where: { ...step.where, runId: now } } : { ...step, runId: now };
}

/** Fixes point to runs that are gone now, and may quote the person. They change as the cells do that they are about. */
function cleanSteps(db: WriteDb, person: Person, moved: ReadonlyMap<number, number>, blot: Blotter): void {
  const sources = new Map(readSources(db).map((source) => [source.id, source]));
  const rows = db.all(sql.selectFrom('step').select(['id', 'source_id', 'body']));
  const cleaned = rows.map(({ id, source_id: sourceId, body }) => {
    const step = JSON.parse(body) as AnyStep;
    const own = textsFor(db, sources.get(sourceId), step, person);
    const gone =
      isCorrected(db, sources.get(sourceId), step, person) ||
      (step.kind === 'correctRecord' && holdsMention(step, own));
    const without = blotAll(withoutMentions(pointed(step, moved), own), blot).value;
    return { id, next: gone ? null : RecordedStep.safeParse(without) };
  });
  for (const { id, next } of cleaned) {
    if (!next?.success) db.run(sql.deleteFrom('step').where('id', '=', id));
    else {
      const body = JSON.stringify(next.data);
      db.run(sql.updateTable('step').set({ body }).where('id', '=', id));
    }
  }
}

/**
 * To be called inside the transaction that puts the new runs in their place.
 * @returns in how many places the analyst's texts named the person
 */
export function cleanDecisions(
  db: WriteDb,
  person: Person,
  moved: ReadonlyMap<number, number>,
  blot: Blotter,
  at: string,
): number {
  cleanSteps(db, person, moved, blot);
  for (const { id, kept, gone } of readPersonPairs(db))
    if (person.keys.has(kept) || person.keys.has(gone))
      db.run(sql.deleteFrom('person_pair').where('id', '=', id));
  const { emails, phones, names } = person;
  remember(
    db,
    { keys: [...person.keys, ...person.keyTexts], emails, phones, names: names.map(nameMark) },
    at,
  );
  // The history keeps images of what was; undoing further back could bring the person back.
  db.exec('DELETE FROM change_row; DELETE FROM change');
  return blotWritten(db, blot);
}
