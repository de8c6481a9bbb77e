// Every warning and rejection is a whole sentence in every language, with the arguments that the readers give.
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../shared/model/issue.ts';
import { REASON_CODES } from '../../../shared/model/inspection.ts';
import { issues as ca } from '../../../shared/i18n/messages/ca/issues.ts';
import { reasons as caReasons } from '../../../shared/i18n/messages/ca/reasons.ts';
import { issues as en } from '../../../shared/i18n/messages/en/issues.ts';
import { reasons as enReasons } from '../../../shared/i18n/messages/en/reasons.ts';
import { issues as es } from '../../../shared/i18n/messages/es/issues.ts';
import { reasons as esReasons } from '../../../shared/i18n/messages/es/reasons.ts';
import { issues as pt } from '../../../shared/i18n/messages/pt-BR/issues.ts';
import { reasons as ptReasons } from '../../../shared/i18n/messages/pt-BR/reasons.ts';
import { issues as ru } from '../../../shared/i18n/messages/ru/issues.ts';
import { reasons as ruReasons } from '../../../shared/i18n/messages/ru/reasons.ts';

const LANGUAGES = { en, 'pt-BR': pt, es, ca, ru } as const;
const REASONS = { en: enReasons, 'pt-BR': ptReasons, es: esReasons, ca: caReasons, ru: ruReasons } as const;

/** The arguments of each code, as the readers fill them in (`count` goes with every counted warning). */
const ARGS: Readonly<Record<string, string | number>> = {
  encoding: 'koi8-r',
  samples: 'Ольга',
  example: 'JosÃ©',
  delimiter: ';',
  runnerUp: ',',
  quote: '"',
  escape: '"',
  line: 7,
  sums: 2,
  currencies: 'EUR, USD',
  noAt: 1,
  several: 2,
  domain: 0,
  other: 0,
  dayFirst: 3,
  monthFirst: 4,
  order: 'mdy',
  dot: 5,
  comma: 6,
  word: 'NULL',
  value: '#N/A',
  names: 'Sheet2',
  cells: 4,
  expected: 3,
  offset: 12,
  limit: 100,
  index: '9',
  reference: 'ZZZ1',
  stored: '1234',
  shown: '01234',
  loaded: 'shown',
};

describe('sentences', () => {
  it.each(Object.entries(LANGUAGES))('%s: every code, one and many', (language, sentences) => {
    for (const code of ISSUE_CODES) {
      for (const count of [1, 2, 5, 21]) {
        const text = String(new IntlMessageFormat(sentences[code], language).format({ ...ARGS, count }));
        expect(text).toMatch(/^[\p{Lu}\p{N}¿].*\.$/u);
        expect(text).not.toMatch(/[{}!]|undefined/);
      }
    }
  });

  it('uses the plural of the number', () => {
    const say = (language: keyof typeof LANGUAGES, count: number): string =>
      String(new IntlMessageFormat(LANGUAGES[language]['FEWER-CELLS'], language).format({ count }));
    expect([say('en', 1), say('ru', 1), say('ru', 5)]).toEqual([
      '1 record has fewer cells than the header; the rest is taken as missing.',
      'В 1 записи меньше ячеек, чем в заголовке; недостающее считается пропуском.',
      'В 5 записях меньше ячеек, чем в заголовке; недостающее считается пропуском.',
    ]);
  });

  it.each(Object.entries(REASONS))('%s: every reason', (language, sentences) => {
    for (const code of REASON_CODES) {
      const text = String(new IntlMessageFormat(sentences[code], language).format({ word: 'CPF' }));
      expect(text).toMatch(/^\p{Ll}.*[^.]$/u);
    }
  });
});
