// What leaves the project as text: nothing runs, nothing corrupts, plain numbers stay numbers.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cleanText, looksLikeFormula, safeCell } from '../../../electron/engine/export/safeText.ts';
import { hostileText } from './hostileText.ts';
import { cleanFileName, isReservedName } from '../../../electron/engine/export/cleanFileName.ts';

describe('safeCell', () => {
  const prefixes = ['', ' ', '\u00A0', '\u200B', '\uFEFF', '\t', '\r', '\n', '\u0000', ' \u200B\u00A0'];
  const triggers = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

  test.each(prefixes.flatMap((prefix) => triggers.map((trigger) => `${prefix}${trigger}cmd|' /C calc'!A0`)))(
    'neutralises %j',
    (text) => {
      expect(safeCell(text)).toBe(`'${cleanText(text)}`);
    },
  );

  test.each(['\t1', '\r1', '\n1', '\u00001'])('neutralises a leading control character in %j', (text) => {
    expect(safeCell(text)).toBe(`'${cleanText(text)}`);
  });

  test.each(['-12.5', '+44', '-1,5', '-.5', '1e5', '-3%', '-2E-3'])('keeps the number %s', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  test.each(['-12.5-cmd', '+44 20 7946', '-1+1', '--1', '-', '=', '@'])(
    'does not take %s for a number',
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`);
    },
  );

  test.each(['', 'Marta', 'a=b', '10-12', 'é', '👩‍👧', "'=1", '<b>', '1.234,56'])(
    'leaves %j alone',
    (text) => {
      expect(safeCell(text)).toBe(text);
    },
  );

  test('a safe cell is never read as a formula', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(looksLikeFormula(safeCell(text))).toBe(false);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  test('clean text is valid in XML and does not change again', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(clean)).toBe(false);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(cleanText('a\uD800b\u0001c\uFFFEd\u0085e\tf\n')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\tf\n');
  });
});

describe('bad input 84: cleanFileName', () => {
  test.each([
    ['../../x', 'x.csv'],
    ['..\\..\\x', 'x.csv'],
    ['CON', '_CON.csv'],
    ['nul.txt', '_nul.txt.csv'],
    ['Autumn: plan.', 'Autumn- plan.csv'],
    ['a\u202Egnp.exe', 'agnp.exe.csv'],
    ['', 'export.csv'],
    ['...', 'export.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.csv'],
    ['план  осень\n', 'план осень.csv'],
    ['\uD800\u0000x', '\uFFFDx.csv'],
    ['-rf', 'rf.csv'],
  ])('%j becomes %j', (name, expected) => {
    expect(cleanFileName(name, 'csv')).toBe(expected);
  });

  test('300 characters are cut between whole characters', () => {
    expect(cleanFileName('я'.repeat(300))).toBe('я'.repeat(60));
    expect(cleanFileName(`${'x'.repeat(118)}👩‍👧`)).toBe('x'.repeat(118));
  });

  test('whatever the text, the name is one name', () => {
    fc.assert(
      fc.property(hostileText(400), (text) => {
        const name = cleanFileName(text);
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]$/);
        expect(isReservedName(name)).toBe(false);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
