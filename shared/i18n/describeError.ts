// An expected error as a sentence of the reader's language. Missing arguments become "?", so that describing an
// error can never itself fail.
import type { ErrorData, Place } from '../errors.ts';

/** What `translatorOf(locale)` and `useTranslations()` both are, seen from here. */
export type ErrorTranslator = (key: never, values?: never) => string;
type Call = (key: string, values: Readonly<Record<string, string | number>>) => string;

/**
 * The arguments that sentences use. Who throws an error gives those of its code; `file`, `sheet`, `record`, `line`
 * and `column` are taken from the error's place when the arguments lack them.
 *
 * - `file` name without its folder (all SRC-, CSV-, XLS-, XLSX-, ZIP-, PROJECT- codes, EXPORT-TARGET, PLAYBOOK-BROKEN, RECIPE-INVALID)
 * - `line` physical line from 1 (CSV-BINARY, CSV-RECORD-TOO-LONG, CSV-UNCLOSED-QUOTE)
 * - `sheet` (XLSX-NO-ROWS), `column` header (FIELD-UNKNOWN), `source` name (SOURCE-NO-…), `feature`, `method`
 * - `found` what was there, `limit` what is allowed or needed (SRC-WRONG-TYPE, SRC-UNSUPPORTED,
 *   SRC-TOO-MANY-COLUMNS, CSV-RECORD-TOO-LONG: characters, XLS(X)-TOO-LARGE, ZIP-TOO-LARGE: with its unit, TOO-FEW-CUSTOMERS,
 *   TOO-FEW-FEATURES, RULE-FORMULA-LONG: characters); K-TOO-LARGE: `k` asked, `limit` possible
 * - `field` of an input or of a file, in dots (INPUT-INVALID with `found`, PLAYBOOK-BROKEN, RECIPE-INVALID)
 * - `source` and `date` (yyyy-mm-dd) of an earlier import (SRC-ALREADY-IMPORTED), `record` and `column` (CORRECTION-INVALID)
 * - `level` of a reference that is no band (REFERENCE-LEVEL)
 * - `name` of a feature or function (FEATURE-EXISTS, FORMULA-…), `by` whom it is used (FEATURE-NEEDED); `at` the character of
 *   a formula, from 1, and `least` values (FORMULA-ARGUMENTS), `left` and `right` unit (FORMULA-UNITS), `wanted` (FORMULA-TYPE,
 *   FORMULA-ENDS, FEATURE-UNFIT)
 * - `names` of the files inside a packed one (ZIP-SEVERAL), of features (FORMULA-AMBIGUOUS)
 * - `owner` of a lock (PROJECT-IN-USE); `drive`, `freeMb`, `neededMb` (DISK-FULL)
 * - `kind` of what a file really is (PROJECT-NOT-OURS: empty, zeros, text, database, unknown, or a format's name)
 *   and of a part that is not ours (PROJECT-FOREIGN-PART: trigger, view, virtual, index, table)
 * - `reason` (EXPORT-TARGET): project, folder, reserved, exists, missing, denied; (PROJECT-READ-ONLY-PLACE): older, unclean
 */
export const ERROR_ARG_NAMES = [
  'file',
  'sheet',
  'record',
  'line',
  'column',
  'source',
  'feature',
  'method',
  'field',
  'found',
  'limit',
  'k',
  'kind',
  'owner',
  'drive',
  'freeMb',
  'neededMb',
  'reason',
  'names',
  'date',
  'level',
  'name',
  'by',
  'at',
  'least',
  'wanted',
  'left',
  'right',
] as const;

const MISSING: Readonly<Record<string, string>> = Object.fromEntries(
  ERROR_ARG_NAMES.map((name) => [name, '?']),
);

/**
 * The sentence of an error: what happened, what was done, what the reader can do.
 * `translate` is a translator over all messages; `formatNumber` writes numbers the language's way.
 *
 * @example describeError({ code: 'CSV-EMPTY', args: {}, place: { file: 'a.csv' } }, translatorOf('en'))
 */
export function describeError(
  data: ErrorData,
  translate: ErrorTranslator,
  formatNumber: (value: number) => string = String,
): string {
  const values: Record<string, string> = { ...MISSING };
  for (const [name, value] of Object.entries({ ...data.place, ...data.args })) {
    values[name] = typeof value === 'number' ? formatNumber(value) : value;
  }
  return asCall(translate)(`errors.${data.code}`, values);
}

/** Where it happened, widest first: "orders.csv › record 12 › line 14 › column “Total”"; empty when unknown. */
export function describePlace(
  place: Place,
  translate: ErrorTranslator,
  formatNumber: (value: number) => string = String,
): string {
  const parts: string[] = place.file === undefined ? [] : [place.file];
  for (const name of ['sheet', 'record', 'line', 'column'] as const) {
    const value = place[name];
    if (value === undefined) continue;
    const text = typeof value === 'number' ? formatNumber(value) : value;
    parts.push(asCall(translate)(`errors.place.${name}`, { [name]: text }));
  }
  return parts.join(' › ');
}

/** The translators' own types want each key's literal arguments; here the key is only known at run time. */
function asCall(translate: ErrorTranslator): Call {
  return translate as unknown as Call;
}
