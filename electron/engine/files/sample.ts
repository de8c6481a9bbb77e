// The first part of a file as records, with what was decided to get there. Text files and sheets both come to this.
import type { Encoding, Issue, ReadSettings, Sheet } from '../../../shared/model/source.ts';
import type { RawRecord } from './rawRecord.ts';

export interface Sample {
  /** The settings that lead from bytes to records; header and conventions are found afterwards. */
  readonly settings: Pick<ReadSettings, 'format' | 'sheet' | 'encoding' | 'delimiter' | 'quote' | 'escape'>;
  readonly confidence: { readonly encoding: number; readonly delimiter: number };
  readonly runnerUp: { readonly encoding?: Encoding; readonly delimiter?: string };
  readonly askEncoding: boolean;
  readonly issues: readonly Issue[];
  readonly records: readonly RawRecord[];
  readonly sheets: readonly Sheet[];
  /** The records are all there are. */
  readonly complete: boolean;
}
