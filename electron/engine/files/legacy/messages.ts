// What the disposable reader of old workbooks and its parent say to each other, one JSON document per line.
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import type { Sheet } from '../../../../shared/model/inspection.ts';
import type { FormattedNumber } from '../sheets/formattedNumbers.ts';

/** To the child: first the file, then the number of the sheet whose rows are wanted. */
export type ToLegacy = { readonly path: string } | { readonly sheet: number };

/** From the child: the sheets, then rows (row number from 1, cells, numbers shown otherwise), then what was noticed. */
export type FromLegacy =
  | { readonly sheets: readonly Sheet[] }
  | readonly [line: number, cells: readonly string[], formatted: readonly FormattedNumber[]]
  | { readonly issues: readonly Issue[] }
  | { readonly error: ErrorCode };
