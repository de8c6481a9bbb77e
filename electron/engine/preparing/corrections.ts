// Rejected records that the analyst put right: checked again as the import would, under what the columns mean now.
import type { Field } from '../../../shared/model/source.ts';
import type { Reject } from '../../../shared/model/issue.ts';
import type { RecordedStep } from '../../../shared/model/step.ts';
import type { ReadDb } from '../db/open.ts';
import type { StoredRecord } from '../db/records.ts';
import { readReject } from '../db/rejects.ts';
import type { FilePlaces } from '../db/sources.ts';
import { checkCells } from '../files/index.ts';

export type Correction = Extract<RecordedStep, { kind: 'correctRecord' }>;

/** `stored` null: still refused, or (`refusal` null too) no such record was rejected. */
export interface Checked {
  readonly stored: StoredRecord | null;
  readonly refusal: Reject | null;
}

/**
 * The corrected record as it would be stored (cells by field), or why it still cannot be.
 * @param places where each field stands in the run's file
 */
export function checkCorrection(
  db: ReadDb,
  fields: readonly Field[],
  places: FilePlaces,
  { runId, record, cells }: Correction,
): Checked {
  const rejected = readReject(db, runId, record);
  if (!rejected) return { stored: null, refusal: null };
  const inFile = fields.flatMap((field) => {
    const at = places(field.position);
    return at === null ? [] : [{ field, column: { ...field, position: at } }];
  });
  const checked = checkCells(
    cells,
    inFile.map(({ column }) => column),
    { record, line: rejected.line },
  );
  if (!Array.isArray(checked)) return { stored: null, refusal: checked };
  const byField = new Map(inFile.map(({ field }, at) => [field, checked[at] ?? null]));
  const stored = { record, line: rejected.line, cells: fields.map((field) => byField.get(field) ?? null) };
  return { stored, refusal: null };
}
