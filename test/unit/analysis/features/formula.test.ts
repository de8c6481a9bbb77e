import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateFormula } from '../../../../electron/engine/analysis/features/formula/evaluate.ts';
import type { FormulaColumn } from '../../../../electron/engine/analysis/features/formula/evaluate.ts';
import {
  featuresIn,
  parseFormula,
  respell,
} from '../../../../electron/engine/analysis/features/formula/parse.ts';
import { tokensOf } from '../../../../electron/engine/analysis/features/formula/tokens.ts';
import { checkFormula } from '../../../../electron/engine/analysis/features/formula/units.ts';
import type { FormulaFeature } from '../../../../electron/engine/analysis/features/formula/units.ts';
import { spelling } from '../../../../electron/engine/jobs/features/spelling.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { FeatureUnit } from '../../../../shared/model/feature.ts';

const number = (unit: FeatureUnit): FormulaFeature => ({ type: 'number', unit });
const FEATURES: Readonly<Record<string, FormulaFeature>> = {
  monetary: number('money'),
  'Last basket': number('money'),
  frequency: number('count'),
  recency: number('days'),
  age: number('years'),
  returnsRate: number('share'),
  points: number('none'),
  member: { type: 'boolean', unit: 'share' },
  City: { type: 'category', unit: 'none' },
};
const COLUMNS: Readonly<Record<string, FormulaColumn>> = {
  monetary: { values: Float64Array.of(100, 50, NaN, 0) },
  'Last basket': { values: Float64Array.of(40, 60, 10, 5) },
  frequency: { values: Float64Array.of(4, 0, 2, 0) },
  recency: { values: Float64Array.of(10, 20, 30, 40) },
  member: { values: Float64Array.of(1, 0, NaN, 1) },
  points: { values: Float64Array.of(-1, 0, 4, 1e308) },
  City: { codes: Int32Array.of(0, 1, -1, 0), levels: ['Lisboa', 'Москва'] },
};

const checked = (formula: string) => checkFormula(parseFormula(formula), (name) => FEATURES[name]);
const evaluated = (formula: string) => evaluateFormula(parseFormula(formula), 4, (name) => COLUMNS[name]);
const values = (formula: string): readonly number[] => [...evaluated(formula).values];
const constant = (formula: string): number =>
  evaluateFormula(parseFormula(formula), 1, () => undefined).values[0] ?? NaN;

function refusal(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.args];
    throw error;
  }
}

describe('reading', () => {
  test('operators bind as in arithmetic', () => {
    const formulas = [
      '1 + 2 * 3',
      '(1 + 2) × 3',
      '8 ÷ 4 : 2',
      '2 ^ 3 ^ 2',
      '-2 ^ 2',
      '7 − 2 - 1',
      '2 * -3',
      '1 + 1 > 1',
    ];
    expect(formulas.map(constant)).toEqual([7, 9, 1, 512, -4, 4, -6, 1]);
    expect(['.5 + 1e1', '0.1 + .2', 'MAX(1; 3, 2)'].map(constant)).toEqual([10.5, 0.1 + 0.2, 3]);
  });

  test('conditions bind as in SQL: comparisons, not, and, or', () => {
    const same: readonly (readonly [string, string])[] = [
      ['a or b and c', 'or(a, and(b, c))'],
      ['a and b or c', 'or(and(a, b), c)'],
      ['not a and b', 'and(not(a), b)'],
      ['not a = b', 'not(a = b)'],
      ['NOT not a Or b OR c', 'or(not(not(a)), b, c)'],
      ['1 + x > 2 and y <= 3', 'and((1 + x) > 2, y <= 3)'],
      ['a and (b or c)', 'and(a, or(b, c))'],
      ['if(a and not b, 1, 2)', 'if(and(a, not(b)), 1, 2)'],
      ['and(a, b) and c', 'and(and(a, b), c)'],
      // In its parentheses stands all that the function denies.
      ['not(a) + not (b)', '(not(a)) + (not(b))'],
      ['[and] and [Not]', 'and([and], [Not])'],
    ];
    const shape = (formula: string): unknown =>
      JSON.parse(JSON.stringify(parseFormula(formula), (key, value: unknown) => (key === 'at' ? 0 : value)));
    for (const [formula, full] of same) expect([formula, shape(formula)]).toEqual([formula, shape(full)]);
  });

  test('conditions without parentheses are those with all of them', () => {
    interface Said {
      readonly short: string;
      readonly full: string;
      /** 0 or, 1 and, 2 not, 3 comparison. */
      readonly binds: number;
    }
    const within = ({ short, binds }: Said, least: number): string => (binds < least ? `(${short})` : short);
    const leaf = fc.tuple(fc.nat(9), fc.constantFrom('<', '>='), fc.nat(9)).map(([a, sign, b]): Said => {
      const text = `${a} ${sign} ${b}`;
      return { short: text, full: text, binds: 3 };
    });
    const { said } = fc.letrec<{ said: Said }>((tie) => ({
      said: fc.oneof(
        { maxDepth: 5 },
        leaf,
        tie('said').map((of) => {
          // With a parenthesis right behind it, `not` is the function, which is an atom.
          const short = `not ${within(of, 2)}`;
          return { short, full: `not(${of.full})`, binds: of.binds < 2 ? 3 : 2 };
        }),
        fc.tuple(fc.constantFrom('and', 'or'), tie('said'), tie('said')).map(([word, one, other]): Said => {
          const binds = word === 'and' ? 1 : 0;
          const short = `${within(one, binds)} ${word} ${within(other, binds + 1)}`;
          return { short, full: `${word}(${one.full}, ${other.full})`, binds };
        }),
      ),
    }));
    const own = (full: string): number => {
      let rest = full.replaceAll(/(\d) (<|>=) (\d)/gu, (_whole, a: string, sign: string, b: string) =>
        (sign === '<' ? Number(a) < Number(b) : Number(a) >= Number(b)) ? '1' : '0',
      );
      for (let before = ''; before !== rest; ) {
        before = rest;
        rest = rest
          .replaceAll(/not\(([01])\)/gu, (_whole, a: string) => String(1 - Number(a)))
          .replaceAll(/and\(([01]), ([01])\)/gu, (_whole, a: string, b: string) =>
            String(Number(a) * Number(b)),
          )
          .replaceAll(/or\(([01]), ([01])\)/gu, (_whole, a: string, b: string) =>
            a + b === '00' ? '0' : '1',
          );
      }
      return Number(rest);
    };
    fc.assert(
      fc.property(said, ({ short, full }) => {
        fc.pre(short.length <= 1000);
        expect([short, constant(short)]).toEqual([short, own(full)]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('a formula that is not finished is said to end, wherever it is cut', () => {
    const whole = 'if(not a > 1 and ([Last basket] + 2) * 3 <> -4 or City = "x", max(a, b ^ 2), round(-1.5))';
    // A function's name alone is a feature's.
    const cuts = tokensOf(whole).filter(({ text, at }) => at > 1 && text !== '(' && at <= whole.length);
    for (const { at } of cuts) {
      const cut = whole.slice(0, at - 1);
      expect([cut, refusal(() => parseFormula(cut))]).toMatchObject([cut, ['FORMULA-ENDS', { at }]]);
    }
    expect(parseFormula(whole).kind).toBe('call');
  });

  test('names: bare in any alphabet, in brackets with spaces; texts in quotes', () => {
    const tree = parseFormula('если_да + [Last basket] * if([City] = "São Paulo", если_да, total2)');
    expect(featuresIn(tree)).toEqual(['если_да', 'Last basket', 'City', 'total2']);
  });

  test('what cannot be read is refused with its position', () => {
    const cases: readonly (readonly [string, unknown])[] = [
      ['', ['FORMULA-ENDS', { wanted: 'value', at: 1 }]],
      ['1 +', ['FORMULA-ENDS', { wanted: 'value', at: 4 }]],
      ['max(', ['FORMULA-ENDS', { wanted: 'value', at: 5 }]],
      ['max(1,', ['FORMULA-ENDS', { wanted: 'value', at: 7 }]],
      ['(1 + 2', ['FORMULA-ENDS', { wanted: 'parenthesis', at: 7 }]],
      ['a and', ['FORMULA-ENDS', { wanted: 'value', at: 6 }]],
      ['[a', ['FORMULA-ENDS', { wanted: 'bracket', at: 3 }]],
      ['a = "b', ['FORMULA-ENDS', { wanted: 'quote', at: 7 }]],
      ['a = «b', ['FORMULA-ENDS', { wanted: 'quote', at: 7 }]],
      ['[a[b]', ['FORMULA-SYNTAX', { found: '[', at: 1 }]],
      ['and + 1', ['FORMULA-SYNTAX', { found: 'and', at: 1 }]],
      ['1 + not a', ['FORMULA-SYNTAX', { found: 'not', at: 5 }]],
      ['a and or b', ['FORMULA-SYNTAX', { found: 'or', at: 7 }]],
      ['1 2', ['FORMULA-SYNTAX', { found: '2', at: 3 }]],
      ['a @ b', ['FORMULA-SYNTAX', { found: '@', at: 3 }]],
      ['a.b', ['FORMULA-SYNTAX', { found: '.', at: 2 }]],
      ['eval(1)', ['FORMULA-NAME', { name: 'eval', at: 1 }]],
      ['constructor(1)', ['FORMULA-NAME', { name: 'constructor', at: 1 }]],
      ['1 + if(1, 2)', ['FORMULA-ARGUMENTS', { name: 'if', found: 2, least: 3, at: 5 }]],
      ['min()', ['FORMULA-ARGUMENTS', { name: 'min', found: 0, least: 2, at: 1 }]],
      ['('.repeat(80), ['FORMULA-SYNTAX', { found: '(', at: 61 }]],
      ['1'.repeat(1001), ['FORMULA-SYNTAX', { found: '…', at: 1001 }]],
    ];
    for (const [formula, expected] of cases)
      expect([formula, refusal(() => parseFormula(formula))]).toEqual([formula, expected]);
  });

  test('any text is read or refused, never anything else', () => {
    const piece = fc.constantFrom(
      '1',
      '.5',
      'a',
      '[b c]',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      ',',
      'min(',
      '"x"',
      '<',
      ' ',
      ' and ',
      ' or ',
      'not ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string(), (pieces, tail) => {
        const found = refusal(() => parseFormula(pieces.join('') + tail));
        expect(found).toBeTypeOf('object');
      }),
      { seed: 1 },
    );
  });

  test('renaming a feature leaves everything else as it is', () => {
    const renamed = (formula: string, from: string, to: string) =>
      respell(formula, (name) => (name === from ? to : name));
    expect(renamed('a + [a]*abs(b) + ab', 'a', 'New name')).toBe('[New name] + [New name]*abs(b) + ab');
    expect(renamed('[Last basket] / abs', 'Last basket', 'basket2')).toBe('[basket2] / abs');
    expect(renamed('abs(abs) + "abs"', 'abs', 'x')).toBe('abs(x) + "abs"');
    expect(renamed('[and] and a', 'a', 'Or')).toBe('[and] and [Or]');
    expect(renamed('a and b', 'and', 'x')).toBe('a and b');
  });
});

describe('spelling', () => {
  const spelt = (formula: string, names: readonly string[], name = 'New') => {
    const definition = spelling({ kind: 'formula', name, formula }, names);
    return definition.kind === 'formula' ? definition.formula : null;
  };

  test('a name finds the feature that differs from it by case alone', () => {
    expect(spelt('Age + [LAST basket] * MAX(1, aGe)', ['age', 'Last basket'])).toBe(
      'age + [Last basket] * MAX(1, age)',
    );
    expect(spelt('ВОЗРАСТ > 1 AND not City = "AGE"', ['возраст', 'city', 'age'])).toBe(
      'возраст > 1 AND not city = "AGE"',
    );
    expect(spelt('OR', ['or'])).toBe('OR');
    expect(spelt('[OR] + 1', ['or'])).toBe('[or] + 1');
    expect(spelt('height', ['age'])).toBe('height');
  });

  test('of several that differ by case alone the exact one is wanted', () => {
    const names = ['age', 'Age'];
    expect([spelt('age', names), spelt('Age', names)]).toEqual(['age', 'Age']);
    expect(refusal(() => spelt('1 + AGE', names))).toEqual([
      'FORMULA-AMBIGUOUS',
      { name: 'AGE', names: 'age, Age', at: 5 },
    ]);
  });

  test('its own name is meant only when no other is', () => {
    expect(spelt('AGE + 1', ['age'], 'Age')).toBe('age + 1');
    expect(spelt('new + 1', ['age'], 'New')).toBe('New + 1');
  });

  test('whatever the case of the letters, the same formula is kept', () => {
    const flips = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
    const exact = 'monetary / frequency + if([Last basket] > 1, возраст, "x" = City)';
    const names = ['monetary', 'frequency', 'Last basket', 'возраст', 'City'];
    const anyName = /monetary|frequency|Last basket|возраст|City/gu;
    fc.assert(
      fc.property(flips, (upper) => {
        const written = exact.replaceAll(anyName, (name, at: number) =>
          Array.from(name, (letter, place) =>
            upper[(at + place) % 60] ? letter.toUpperCase() : letter.toLowerCase(),
          ).join(''),
        );
        expect(spelt(written, names)).toBe(exact);
      }),
      { seed: 1 },
    );
  });
});

describe('units', () => {
  test('of results', () => {
    const unit = (formula: string) => checked(formula).unit;
    expect(unit('monetary / frequency')).toBe('money');
    expect(unit('monetary / recency * 30')).toBe('money');
    expect(unit('recency / frequency')).toBe('days');
    expect(unit('frequency / recency')).toBe('none');
    expect(unit('monetary / [Last basket]')).toBe('none');
    expect(unit('monetary * returnsRate')).toBe('money');
    expect(unit('recency + 30')).toBe('days');
    expect(unit('max(0, monetary - 100)')).toBe('money');
    expect(unit('log(monetary)')).toBe('none');
    expect(unit('points + monetary')).toBe('none');
    expect(unit('monetary ^ 2')).toBe('none');
    expect(unit('if(member, monetary, 0)')).toBe('money');
    // As a feature, money per order is money: written out, it must go with money too.
    expect(unit('[Last basket] - monetary / frequency')).toBe('money');
    expect(unit('recency / frequency - recency')).toBe('days');
    // A column of money may be per order: times orders it is money again, as monetary / frequency * frequency is.
    expect(unit('[Last basket] * frequency + monetary')).toBe('money');
    expect(unit('monetary + frequency * [Last basket]')).toBe('money');
    expect(unit('monetary / frequency * frequency + monetary')).toBe('money');
    expect(unit('[Last basket] * frequency')).toBe('money');
    expect(unit('recency * frequency - recency')).toBe('days');
    expect(checked('[Last basket] > monetary / frequency').type).toBe('boolean');
    expect(checked('monetary > 100')).toEqual({ type: 'boolean', unit: 'none' });
    expect(checked('member and not City = "Lisboa" or monetary > 100')).toEqual({
      type: 'boolean',
      unit: 'none',
    });
    expect(checked('and(member, not(City = "Lisboa"))')).toEqual({ type: 'boolean', unit: 'none' });
  });

  test('what does not go together is refused with its position', () => {
    const cases: readonly (readonly [string, unknown])[] = [
      ['monetary + recency', ['FORMULA-UNITS', { left: 'money', right: 'days', at: 10 }]],
      ['recency - age', ['FORMULA-UNITS', { left: 'days', right: 'years', at: 9 }]],
      ['monetary > frequency', ['FORMULA-UNITS', { left: 'money', right: 'count', at: 10 }]],
      ['monetary / frequency > frequency', ['FORMULA-UNITS', { left: 'other', right: 'count', at: 22 }]],
      ['returnsRate + 1 / frequency', ['FORMULA-UNITS', { left: 'share', right: 'other', at: 13 }]],
      ['min(monetary, returnsRate)', ['FORMULA-UNITS', { left: 'money', right: 'share', at: 1 }]],
      ['monetary/recency + monetary', ['FORMULA-UNITS', { left: 'other', right: 'money', at: 18 }]],
      ['monetary * frequency ^ 2 + monetary', ['FORMULA-UNITS', { left: 'other', right: 'money', at: 26 }]],
      [
        '([Last basket] * frequency + monetary) * frequency ^ 2 > 1 / monetary',
        ['FORMULA-UNITS', { left: 'other', right: 'other', at: 56 }],
      ],
      ['if(monetary, 1, 2)', ['FORMULA-TYPE', { at: 4, wanted: 'condition' }]],
      ['City + 1', ['FORMULA-TYPE', { at: 1, wanted: 'number' }]],
      ['City', ['FORMULA-TYPE', { at: 1, wanted: 'number' }]],
      ['City = 1', ['FORMULA-TYPE', { at: 6, wanted: 'same' }]],
      ['City < "x"', ['FORMULA-TYPE', { at: 6, wanted: 'equality' }]],
      ['1 < 2 and', ['FORMULA-ENDS', { wanted: 'value', at: 10 }]],
      ['monetary and member', ['FORMULA-TYPE', { at: 1, wanted: 'condition' }]],
      ['not recency + 1', ['FORMULA-TYPE', { at: 13, wanted: 'condition' }]],
      ['height * 2', ['FORMULA-NAME', { name: 'height', at: 1 }]],
    ];
    for (const [formula, expected] of cases)
      expect([formula, refusal(() => checked(formula))]).toEqual([formula, expected]);
  });
});

describe('values', () => {
  test('missing stays missing; division by zero is missing and counted', () => {
    expect(evaluated('monetary / frequency')).toEqual({
      values: Float64Array.of(25, NaN, NaN, NaN),
      dividedByZero: 2,
      undefined: 0,
    });
    // The branch that is not taken divides nothing.
    expect(evaluated('if(frequency > 0, monetary / frequency, 0)')).toEqual({
      values: Float64Array.of(25, 0, NaN, 0),
      dividedByZero: 0,
      undefined: 0,
    });
  });

  test('what has no value is counted apart', () => {
    expect(evaluated('log(points)')).toMatchObject({ dividedByZero: 0, undefined: 2 });
    expect(evaluated('points * 100')).toEqual({
      values: Float64Array.of(-100, 0, 400, NaN),
      dividedByZero: 0,
      undefined: 1,
    });
    expect(evaluated('sqrt(points)').undefined).toBe(1);
    expect(values('points ^ 0.5')[0]).toBeNaN();
  });

  test('functions, texts and yes/no', () => {
    expect(values('max(monetary, [Last basket])')).toEqual([100, 60, NaN, 5]);
    expect(values('abs(points) + round(2.6)').slice(0, 2)).toEqual([4, 3]);
    expect(values('City = "Lisboa"')).toEqual([1, 0, NaN, 1]);
    expect(values('City <> «Москва»')).toEqual([1, 0, NaN, 1]);
    expect(values('missing(City)')).toEqual([0, 0, 1, 0]);
    expect(values('missing(monetary)')).toEqual([0, 0, 1, 0]);
    expect(values('and(member, monetary > 20)')).toEqual([1, 0, NaN, 0]);
    expect(values('member and monetary > 20')).toEqual([1, 0, NaN, 0]);
    expect(values('member or recency >= 30')).toEqual([1, 0, 1, 1]);
    expect(values('not member')).toEqual([0, 1, NaN, 0]);
    expect(values('or(member, recency >= 30)')).toEqual([1, 0, 1, 1]);
    expect(values('not(member)')).toEqual([0, 1, NaN, 0]);
    expect(values('frequency = 0')).toEqual([0, 1, 0, 1]);
  });

  test('the same as the language’s own arithmetic', () => {
    const leaf = fc.integer({ min: 0, max: 9 }).map(String);
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node'))
          .map(([a, op, b]) => `(${String(a)} ${op} ${String(b)})`),
        tie('node').map((inner) => `-(${String(inner)})`),
      ),
    })).node as fc.Arbitrary<string>;
    const own = (text: string): number => {
      // A second, naive evaluation: innermost parentheses first.
      const inner = /\((-?\d+) ([-+*]) (-?\d+)\)|-\((-?\d+)\)/u;
      let rest = text;
      for (let found = inner.exec(rest); found; found = inner.exec(rest)) {
        const [whole, a, op, b, negated] = found;
        const [x, y] = [Number(a), Number(b)];
        const result =
          negated === undefined ? (op === '+' ? x + y : op === '-' ? x - y : x * y) : -Number(negated);
        rest = rest.replace(whole, String(result));
      }
      return Number(rest);
    };
    fc.assert(
      fc.property(tree, (text) => {
        expect(constant(text) + 0).toBe(own(text) + 0);
      }),
      { seed: 1 },
    );
  });
});
