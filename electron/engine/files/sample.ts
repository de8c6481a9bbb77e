// The first part of a file as records, with what was decided to get there. Text files and sheets both come to this.
import type { Encoding, ReadSettings } from '../../../shared/model/readSettings.ts';
import type { EncodingChoice, Sheet } from '../../../shared/model/inspection.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import type { RawRecord } from './rawRecord.ts';

export interface Sample {
  /** The settings that lead from bytes to records; header and conventions are found afterwards. */
  readonly settings: Pick<
    ReadSettings,
    'format' | 'sheet' | 'encoding' | 'delimiter' | 'quote' | 'escape' | 'startLine'
  >;
  readonly confidence: { readonly encoding: number; readonly delimiter: number; readonly quote?: number };
  readonly runnerUp: {
    readonly encoding?: Encoding;
    readonly delimiter?: string;
    readonly quote?: ReadSettings['quote'];
  };
  readonly askEncoding: boolean;
  /** While the encoding is a guess: what the likely ones make of the same words. */
  readonly encodings?: readonly EncodingChoice[];
  readonly issues: readonly Issue[];
  readonly records: readonly RawRecord[];
  /** The last record of a file that goes on after `records`. */
  readonly lastRecord?: readonly string[];
  readonly sheets: readonly Sheet[];
  /** The records are all there are. */
  readonly complete: boolean;
}
