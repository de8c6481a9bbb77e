// Which words stand for "no value". In free text only an empty cell is missing: "NA" may be somebody's name.
import { CONTACT_NULL_WORDS, NULL_WORDS, SHORT_NULL_WORDS } from '../../../../shared/model/readSettings.ts';

const WORDS: ReadonlySet<string> = new Set(NULL_WORDS);
const SHORT: ReadonlySet<string> = new Set(SHORT_NULL_WORDS);
const LONGEST = 13;

/** True for empty cells and the words that stand for no value in any column, e.g. `NULL`, `N/A`, `н/д`. */
export function isNullWord(text: string): boolean {
  if (text === '') return true;
  if (text.length > LONGEST + 4) return text.trim() === '';
  const word = text.trim().toLowerCase();
  return word === '' || WORDS.has(word);
}

/** As `isNullWord`, and also `-`, `NA`, `none` …: for columns of numbers, dates and yes/no answers. */
export function isMissingValue(text: string): boolean {
  return isNullWord(text) || (text.length <= LONGEST && SHORT.has(text.trim().toLowerCase()));
}

const NO_CONTACT: ReadonlySet<string> = new Set(CONTACT_NULL_WORDS);

/** For columns of e-mails and phones: also `sem e-mail`, `no tiene`, `нет` …, with or without brackets and a full stop. */
export function isNoContact(text: string): boolean {
  if (isMissingValue(text)) return true;
  if (text.length > 2 * LONGEST) return false;
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^\(|[.)]+$/g, '');
  return NO_CONTACT.has(word) || isMissingValue(word);
}

/** The two questions above, under the built-in words or the analyst's own. */
export interface MissingRule {
  readonly isNullWord: (text: string) => boolean;
  readonly isMissingValue: (text: string) => boolean;
  /** In a column of e-mails or phones. */
  readonly isNoContact: (text: string) => boolean;
}

/**
 * The rule of a file. @param words as `ReadSettings.nullWords`: exactly these (case aside), undefined = the built-in ones.
 */
export function missingRule(words: readonly string[] | undefined): MissingRule {
  if (words === undefined) return { isNullWord, isMissingValue, isNoContact };
  const all = new Set(words.map((word) => word.trim().toLowerCase()));
  const long = new Set([...all].filter((word) => !SHORT.has(word)));
  const isIn =
    (known: ReadonlySet<string>) =>
    (text: string): boolean => {
      const word = text.trim().toLowerCase();
      return word === '' || known.has(word);
    };
  return { isNullWord: isIn(long), isMissingValue: isIn(all), isNoContact: isIn(all) };
}
