// Segments: looking at them, and the analyst's decisions about them.
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from '../db/open.ts';
import { sql } from '../db/schema.ts';
import { readSegments, segmentationOf } from '../db/segmentationTable.ts';
import { writeRules } from '../export/rules/writeRules.ts';
import { wordsOf } from '../export/words.ts';
import { inheritPersona } from '../db/personaTable.ts';
import { addDismissed, forgetDismissed } from '../db/settings.ts';
import type { Command, Query } from '../procedures.ts';
import { borderOf, silhouettesOf } from '../profiles/belonging.ts';
import { detailOf } from '../profiles/detail.ts';
import { ruleBookOf } from '../profiles/ruleBook.ts';
import { activeSegmentation, loadSegmentation } from '../profiles/segmentationModel.ts';
import { summariesOf } from '../profiles/summaries.ts';

export const listSegments: Query<'segments.list'> = (db, { segmentationId }) => {
  const model = segmentationId === undefined ? activeSegmentation(db) : loadSegmentation(db, segmentationId);
  return model ? summariesOf(db, model) : [];
};

export const getSegment: Query<'segments.get'> = (db, { segmentId }) =>
  detailOf(db, loadSegmentation(db, segmentationOf(db, segmentId)), segmentId);

export const segmentSilhouettes: Query<'segments.silhouettes'> = (db, { segmentationId }) => {
  const model = segmentationId === undefined ? activeSegmentation(db) : loadSegmentation(db, segmentationId);
  return model && silhouettesOf(db, model);
};

export const segmentBorder: Query<'segments.border'> = (db, { segmentId, ...options }) =>
  borderOf(db, loadSegmentation(db, segmentationOf(db, segmentId)), segmentId, options);

export const describeSegment: Query<'segments.describe'> = (db, { form, segmentId }) => {
  const model =
    segmentId === undefined ? activeSegmentation(db) : loadSegmentation(db, segmentationOf(db, segmentId));
  if (!model) throw new AppError('NO-SEGMENTS');
  const book = ruleBookOf(db, model);
  const at = segmentId === undefined ? null : model.segments.findIndex(({ id }) => id === segmentId);
  const { locale, currency } = model.settings;
  return { text: writeRules(book, form, at, wordsOf(locale, currency)), fidelity: book.fidelity };
};

function update(
  db: Parameters<Command<'segments.note'>['run']>[0],
  segmentId: number,
  change: { name?: string; colour?: string; note?: string },
): void {
  const { changes } = db.run(sql.updateTable('segment').set(change).where('id', '=', segmentId));
  if (changes === 0) throw new AppError('SEGMENT-UNKNOWN');
}

const nameOf = (db: ReadDb, segmentId: number): string =>
  db.get(sql.selectFrom('segment').select('name').where('id', '=', segmentId))?.name ?? '';

export const renameSegment: Command<'segments.rename'> = {
  detail: (_db, { name }) => name,
  run: (db, { segmentId, name }) => update(db, segmentId, { name: name.trim() }),
};

export const recolourSegment: Command<'segments.recolour'> = {
  detail: (db, { segmentId }) => nameOf(db, segmentId),
  run: (db, { segmentId, colour }) => update(db, segmentId, { colour }),
};

export const noteSegment: Command<'segments.note'> = {
  detail: (db, { segmentId }) => nameOf(db, segmentId),
  run: (db, { segmentId, note }) => update(db, segmentId, { note }),
};

export const inheritSegment: Command<'segments.inherit'> = {
  detail: (db, { fromSegmentId }) => nameOf(db, fromSegmentId),
  run: (db, { segmentId, fromSegmentId, ...wanted }) => {
    const from = readSegments(db, segmentationOf(db, fromSegmentId)).find(({ id }) => id === fromSegmentId);
    if (!from || segmentId === fromSegmentId) throw new AppError('SEGMENT-UNKNOWN');
    const { name, note } = from;
    const change = { ...(wanted.name && { name }), ...(wanted.note && { note }) };
    if (Object.keys(change).length > 0) update(db, segmentId, change);
    else segmentationOf(db, segmentId);
    if (wanted.persona) inheritPersona(db, fromSegmentId, segmentId);
  },
};

export const dismissSegment: Command<'segments.dismiss'> = {
  detail: (db, { fromSegmentId }) => nameOf(db, fromSegmentId),
  run: (db, { segmentId, fromSegmentId }) => {
    segmentationOf(db, segmentId);
    segmentationOf(db, fromSegmentId);
    if (segmentId === fromSegmentId) throw new AppError('SEGMENT-UNKNOWN');
    addDismissed(db, { segmentId, fromSegmentId });
  },
};

/** The first takes over the others' customers; their personas go with them. */
export const mergeSegments: Command<'segments.merge'> = {
  detail: (db, { segmentIds }) =>
    segmentIds
      .map((id) => nameOf(db, id))
      .filter((name) => name !== '')
      .join(' + '),
  run: (db, { segmentIds }) => {
    const [first, ...others] = [...new Set(segmentIds)];
    if (first === undefined || others.length === 0) throw new AppError('INPUT-INVALID');
    const all = readSegments(db, segmentationOf(db, first));
    const merged = [first, ...others].map((id) => all.find((segment) => segment.id === id));
    if (merged.some((segment) => segment === undefined)) throw new AppError('SEGMENT-UNKNOWN');
    const clusters = merged.flatMap((segment) => segment?.clusters ?? []).toSorted((a, b) => a - b);
    db.run(
      sql
        .updateTable('segment')
        .set({ clusters: JSON.stringify(clusters) })
        .where('id', '=', first),
    );
    db.run(sql.deleteFrom('persona').where('segment_id', 'in', others));
    db.run(sql.deleteFrom('segment').where('id', 'in', others));
    forgetDismissed(db, others);
  },
};
