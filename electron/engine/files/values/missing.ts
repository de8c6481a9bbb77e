// Which words stand for "no value". In free text only an empty cell is missing: "NA" may be somebody's name.

const NULL_WORDS: ReadonlySet<string> = new Set([
  'null',
  'n/a',
  '#n/a',
  '(null)',
  '\\n',
  'n/d',
  's/d',
  'n.d.',
  's.d.',
  'н/д',
  'н.д.',
  'нет данных',
  'não informado',
  'sem dados',
  'sin datos',
  'sense dades',
]);
/** Too short to mean only that: counted as missing where a number, date or yes/no is expected. */
const SHORT_NULL_WORDS: ReadonlySet<string> = new Set([
  '-',
  '–',
  '—',
  '--',
  '.',
  '?',
  'na',
  'nd',
  'sd',
  'none',
  'nil',
]);
const LONGEST = 13;

/** True for empty cells and the words that stand for no value in any column, e.g. `NULL`, `N/A`, `н/д`. */
export function isNullWord(text: string): boolean {
  if (text === '') return true;
  if (text.length > LONGEST + 4) return text.trim() === '';
  const word = text.trim().toLowerCase();
  return word === '' || NULL_WORDS.has(word);
}

/** As `isNullWord`, and also `-`, `NA`, `none` …: for columns of numbers, dates and yes/no answers. */
export function isMissingValue(text: string): boolean {
  return isNullWord(text) || (text.length <= LONGEST && SHORT_NULL_WORDS.has(text.trim().toLowerCase()));
}
