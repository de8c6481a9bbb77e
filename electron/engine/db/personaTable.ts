// Personas as stored: the draft with its edits, as one JSON value per persona.
import { AppError } from '../../../shared/errors.ts';
import { PersonaDraft } from '../../../shared/model/persona.ts';
import type { Persona } from '../../../shared/model/persona.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { sql } from './schema.ts';
import { readActive } from './settings.ts';

interface Stored {
  readonly id: number;
  readonly body: string;
}

const personaOf = ({ id, body }: Stored): Persona => ({ ...PersonaDraft.parse(JSON.parse(body)), id });

/** Personas of the active segmentation, in the order of its segments. */
export function readPersonas(db: ReadDb): Persona[] {
  const active = readActive(db);
  if (active === null) return [];
  const rows = db.all(
    sql
      .selectFrom('persona')
      .innerJoin('segment', 'segment.id', 'persona.segment_id')
      .select(['persona.id', 'persona.body'])
      .where('segment.segmentation_id', '=', active)
      .orderBy('segment.position')
      .orderBy('persona.id'),
  );
  return rows.map(personaOf);
}

/** @throws AppError PERSONA-UNKNOWN */
export function readPersona(db: ReadDb, id: number): Persona {
  const row = db.get(sql.selectFrom('persona').select(['id', 'body']).where('id', '=', id));
  if (!row) throw new AppError('PERSONA-UNKNOWN');
  return personaOf(row);
}

export function writePersona(db: WriteDb, { id, ...draft }: Persona): void {
  db.run(
    sql
      .updateTable('persona')
      .set({ body: JSON.stringify(draft) })
      .where('id', '=', id),
  );
}

/** The persona of a segment, under whichever segmentation; null when it has none. */
export function personaOfSegment(db: ReadDb, segmentId: number): Persona | null {
  const row = db.get(sql.selectFrom('persona').select(['id', 'body']).where('segment_id', '=', segmentId));
  return row ? personaOf(row) : null;
}

/** A segment's persona for the one that goes on from it, too; nothing where there is none. */
export function inheritPersona(db: WriteDb, fromSegmentId: number, segmentId: number): void {
  const known = personaOfSegment(db, fromSegmentId);
  if (!known) return;
  const { id: _, ...draft } = known;
  replacePersona(db, { ...draft, segmentId });
}

/** A new draft takes the place of the segment's former persona. */
export function replacePersona(db: WriteDb, draft: PersonaDraft): void {
  db.run(sql.deleteFrom('persona').where('segment_id', '=', draft.segmentId));
  db.run(sql.insertInto('persona').values({ segment_id: draft.segmentId, body: JSON.stringify(draft) }));
}
