// What was noticed about a file as lines for a person: code, sentence and place, in the language of the system.
import { describePlace } from '../../../shared/i18n/describeError.ts';
import { matchLocale, translatorOf } from '../../../shared/i18n/index.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { Place } from '../../../shared/errors.ts';
import type { IssueArgs, IssueCode } from '../../../shared/model/issue.ts';

interface Notice {
  readonly code: IssueCode;
  readonly args: IssueArgs;
  readonly count?: number | undefined;
}

/** The language that the system's variables ask for, of those there are. */
export function systemLocale(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const tag = LC_ALL ?? LC_MESSAGES ?? LANG ?? 'en';
  return matchLocale([tag.replace('_', '-').split('.')[0] ?? 'en']);
}

/** The sentence of an issue or a rejection. English is for scripts, whatever the system speaks. */
export function sentenceOf({ code, args, count }: Notice, locale: Locale = 'en'): string {
  const translate = translatorOf(locale) as unknown as (key: string, args: object) => string;
  return translate(`issues.${code}`, { ...args, ...(count === undefined ? {} : { count }) });
}

/** @example noticeLine('!', issue, { file: 'orders.csv', line: 3 }) // '  ! NOT-A-DATE: … (orders.csv › line 3)' */
export function noticeLine(mark: '!' | '×', notice: Notice, place: Place): string {
  const locale = systemLocale();
  const translate = translatorOf(locale) as unknown as Parameters<typeof describePlace>[1];
  return `  ${mark} ${notice.code}: ${sentenceOf(notice, locale)} (${describePlace(place, translate)})\n`;
}

/** "and 12 more", and how to see them. */
export function moreLine(count: number): string {
  const translate = translatorOf(systemLocale()) as unknown as (key: string, args: object) => string;
  return `  ${translate('common.more', { count })} (--json)\n`;
}
