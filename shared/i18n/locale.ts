// Which languages there are, without loading their messages.
import { z } from 'zod';

export const LOCALES = ['en', 'pt-BR', 'ru', 'ca', 'es'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

/** Each language's own name, for the language menu. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  ru: 'Русский',
  ca: 'Català',
  es: 'Español',
};

/** The best language for the system's preferences, e.g. `pt-PT` → `pt-BR`; English when none fits. */
export function matchLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    const found = LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
