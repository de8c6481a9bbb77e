// The model of a segmentation and how its features were prepared, as its run keeps them.
import { AppError } from '../../../../shared/errors.ts';
import type { StoredModel } from '../../analysis/methods/solution.ts';
import { readStrings } from '../../db/columns.ts';
import type { ReadDb } from '../../db/open.ts';
import { MODEL } from '../../db/segmentationTable.ts';
import type { Preparation } from './preparation.ts';

export interface Stored {
  readonly model: StoredModel;
  readonly preparation: Preparation;
}

/** @throws AppError MODEL-MISSING for a segmentation of an earlier version */
export function storedModel(db: ReadDb, runId: number): Stored {
  const [text] = readStrings(db, runId, MODEL);
  if (text === undefined) throw new AppError('MODEL-MISSING');
  return JSON.parse(text) as Stored;
}
