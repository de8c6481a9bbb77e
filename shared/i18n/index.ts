// The five languages of the interface. Keys and ICU arguments are typed from English.
import { createTranslator } from 'use-intl/core';
import { ca } from './messages/ca/index.ts';
import { en } from './messages/en/index.ts';
import { es } from './messages/es/index.ts';
import { ptBR } from './messages/pt-BR/index.ts';
import { ru } from './messages/ru/index.ts';
import type { Locale } from './locale.ts';

export { LOCALES, Locale, matchLocale } from './locale.ts';

export type Messages = typeof en;

declare module 'use-intl/core' {
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}

const MESSAGES = { en, 'pt-BR': ptBR, ru, ca, es } as const;

/** Messages of one language. The cast is safe: the others are checked to have English's keys. */
export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale] as unknown as Messages;
}

/** A translator outside React (engine, command line): `translate('errors.CSV-EMPTY', {file})`. */
export function translatorOf(locale: Locale) {
  return createTranslator({ locale, messages: messagesOf(locale), timeZone: 'UTC' });
}
