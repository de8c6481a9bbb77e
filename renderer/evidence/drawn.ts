// Which statements are drawn: those with an index, of enough customers to draw.
import { MIN_CUSTOMERS, type Evidence } from '../../shared/model/evidence.ts';

export interface DrawnEvidence extends Evidence {
  readonly index: number;
  readonly indexLow: number;
  readonly indexHigh: number;
}

/** Of fewer than 30 customers nothing is drawn: their numbers stand in words. */
export const isDrawn = (one: Evidence): one is DrawnEvidence =>
  one.n >= MIN_CUSTOMERS && one.index !== null && one.indexLow !== null && one.indexHigh !== null;
