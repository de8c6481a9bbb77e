// What a column without a header and a source without a name are called, followed by their number: stored with them, hence
// by the project's language.
import type { Locale } from './locale.ts';

type Words = Readonly<Record<Locale, string>>;

export const COLUMN_WORDS = {
  en: 'Column',
  'pt-BR': 'Coluna',
  ru: 'Столбец',
  ca: 'Columna',
  es: 'Columna',
} as const satisfies Words;

export const SOURCE_WORDS = {
  en: 'Source',
  'pt-BR': 'Fonte',
  ru: 'Источник',
  ca: 'Font',
  es: 'Fuente',
} as const satisfies Words;
