// The words of a sample that stand for a missing value, or may, with how often each occurs: the analyst decides.
import { type FieldType } from '../../../../shared/model/source.ts';
import { type NullWord } from '../../../../shared/model/inspection.ts';
import { NULL_WORDS, SHORT_NULL_WORDS } from '../../../../shared/model/readSettings.ts';

/** Not taken as missing unasked: they may be answers of their own ("unknown" differs from "no answer"). */
const CANDIDATES = [
  'nan',
  'unknown',
  'undefined',
  'missing',
  'no data',
  'not available',
  'desconhecido',
  'sem informação',
  'não se aplica',
  'desconocido',
  'sin información',
  'no consta',
  'desconegut',
  'sense informació',
  'неизвестно',
  'не указано',
  'не указан',
  'не указана',
] as const;

const BUILT_IN: ReadonlySet<string> = new Set([...NULL_WORDS, ...SHORT_NULL_WORDS]);
const SHORT: ReadonlySet<string> = new Set(SHORT_NULL_WORDS);

/** One column of the sample. */
export interface WordColumn {
  readonly type: FieldType;
  readonly cells: readonly string[];
}

const TYPED: readonly FieldType[] = ['number', 'money', 'date', 'boolean'];

/**
 * The words found, commonest first, spelt as first met. Short ones count only where a number, date or yes/no stands.
 * @param chosen the analyst's list, undefined = the built-in one.
 */
export function findNullWords(
  columns: readonly WordColumn[],
  chosen: readonly string[] | undefined,
): readonly NullWord[] {
  const active = chosen === undefined ? BUILT_IN : new Set(chosen.map((word) => word.trim().toLowerCase()));
  const known = new Set([...BUILT_IN, ...CANDIDATES, ...active]);
  const found = new Map<string, { word: string; count: number }>();
  for (const { type, cells } of columns) {
    if (type === 'text') continue;
    for (const cell of cells) {
      const word = cell.length > 100 ? '' : cell.trim().toLowerCase();
      if (!known.has(word) || (SHORT.has(word) && !TYPED.includes(type))) continue;
      const entry = found.get(word) ?? { word: cell.trim(), count: 0 };
      entry.count++;
      found.set(word, entry);
    }
  }
  return [...found]
    .map(([key, { word, count }]) => ({ word, count, missing: active.has(key) }))
    .sort((a, b) => b.count - a.count);
}
