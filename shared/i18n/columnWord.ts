// What a column without a header is called, followed by its number: stored with the source, hence by the project's language.
import type { Locale } from './locale.ts';

export const COLUMN_WORDS = {
  en: 'Column',
  'pt-BR': 'Coluna',
  ru: 'Столбец',
  ca: 'Columna',
  es: 'Columna',
} as const satisfies Readonly<Record<Locale, string>>;
