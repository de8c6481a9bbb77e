// The model of a segmentation and how its features were prepared, as its run keeps them.
import { AppError } from '../../../../shared/errors.ts';
import type { StoredModel } from '../../analysis/methods/solution.ts';
import { readStrings, replaceColumn } from '../../db/columns.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { MODEL } from '../../db/segmentationTable.ts';
import type { Preparation } from './preparation.ts';

export interface Stored {
  readonly model: StoredModel;
  readonly preparation: Preparation;
  /** k-medoids: the key of the customer that each medoid is, so that erasing one of them is noticed. */
  readonly medoidKeys?: readonly string[];
}

/** @throws AppError MODEL-MISSING for a segmentation of an earlier version, and after the only one in a segment was erased */
export function storedModel(db: ReadDb, runId: number): Stored {
  const [text] = readStrings(db, runId, MODEL);
  if (text === undefined) throw new AppError('MODEL-MISSING');
  return JSON.parse(text) as Stored;
}

/** Changes what is stored; nothing where there is no model. */
export function changeModel(db: WriteDb, runId: number, change: (stored: Stored) => Stored): void {
  const [text] = readStrings(db, runId, MODEL);
  if (text === undefined) return;
  replaceColumn(db, runId, MODEL, [JSON.stringify(change(JSON.parse(text) as Stored))]);
}
