// The computing behind the quality checks, at its edges and on data worked out by hand.
import { describe, expect, test } from 'vitest';
import {
  bandsOf,
  missingDependence,
  tabulate,
} from '../../../electron/engine/analysis/quality/dependence.ts';
import { outlierLimits } from '../../../electron/engine/analysis/quality/outliers.ts';
import {
  countValues,
  isHeaped,
  mixedUnits,
  suspectedDefaults,
  whippleIndex,
} from '../../../electron/engine/analysis/quality/repeated.ts';
import {
  fingerprint,
  ngramFingerprint,
  spellingGroups,
} from '../../../electron/engine/analysis/quality/spelling.ts';
import {
  brokenOffDay,
  emptyMonths,
  freshness,
  MONTH_MS,
  monthlyCounts,
} from '../../../electron/engine/analysis/quality/timeline.ts';

const range = (n: number, make: (at: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, at) => make(at));
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe('outliers', () => {
  test('nothing to judge: empty, one value, all missing, constant, few different values', () => {
    expect(outlierLimits([])).toBeNull();
    expect(outlierLimits([5])).toBeNull();
    expect(outlierLimits(range(100, () => NaN))).toBeNull();
    expect(outlierLimits(range(100, () => 7))).toBeNull();
    expect(outlierLimits(range(100, (at) => at % 5))).toBeNull();
  });

  test('both rules must agree: 0..100 and one far value', () => {
    // median 50.5 of 0..100 and 1000, MAD 25.5 → 3.5 · 25.5 / 0.6745 = 132.3; IQR 50.5 → fences 75.75 + 151.5
    const found = outlierLimits([...range(101, (at) => at), 1000]);
    expect(found).toMatchObject({ scale: 'plain', median: 50.5, below: 0, above: 1 });
    expect(found?.high).toBeCloseTo(227.25, 9);
    expect(found?.low).toBeCloseTo(-126.25, 9);
  });

  test('a long tail is judged on logarithms and raises no alarm', () => {
    const tail = range(2000, (at) => Math.exp(4 * Math.sin(at * 1.7) ** 2 + 2));
    expect(outlierLimits(tail)).toMatchObject({ above: 0, below: 0 });
  });
});

describe('repeated values', () => {
  test('a usual default far above its neighbours', () => {
    const years = [...range(400, (at) => 1940 + (at % 60)), ...range(100, () => 1900)].sort((a, b) => a - b);
    expect(suspectedDefaults(countValues(Float64Array.from(years)), new Set([1900]))).toEqual([
      { value: 1900, count: 100 },
    ]);
    expect(suspectedDefaults(countValues(Float64Array.from(years)), new Set())).toEqual([]);
    expect(suspectedDefaults([], new Set([1900]))).toEqual([]);
  });

  test('Whipple: even ages 100, all rounded 500, too few unknown', () => {
    const even = range(400, (at) => 23 + (at % 40));
    expect(whippleIndex(even)).toBeCloseTo(100, 9);
    expect(whippleIndex(range(400, (at) => 25 + 5 * (at % 7)))).toBe(500);
    expect(whippleIndex(range(100, () => 30))).toBeNull();
    expect([isHeaped(124.9), isHeaped(125), isHeaped(null)]).toEqual([false, true, false]);
  });

  test('cents among whole units', () => {
    const units = range(90, (at) => 10 + at / 10);
    const cents = range(10, (at) => 1000 + at * 90);
    expect(mixedUnits(Float64Array.from([...units, ...cents]).sort())).toMatchObject({
      factor: 100,
      count: 10,
    });
    expect(mixedUnits(units)).toBeNull();
    expect(mixedUnits(new Float64Array(0))).toBeNull();
    expect(mixedUnits(range(100, () => 0))).toBeNull();
  });
});

describe('spellings', () => {
  test('keys', () => {
    expect(fingerprint(' Sant Pol, de Mar ')).toBe('de mar pol sant');
    expect(fingerprint('MAR de Sant Pol')).toBe('de mar pol sant');
    expect(fingerprint('Орёл')).toBe(fingerprint('орел'));
    expect(ngramFingerprint('Paris')).toBe('arispari');
  });

  test('groups, most frequent spelling first; digits and short words apart', () => {
    const words = [
      { word: 'Barcelona', count: 90 },
      { word: 'barcelona ', count: 5 },
      { word: 'Barcelonna', count: 2 },
      { word: 'Vic', count: 40 },
      { word: 'Vig', count: 1 },
      { word: 'Talla 41', count: 9 },
      { word: 'Talla 42', count: 1 },
    ];
    expect(spellingGroups(words)).toEqual([{ words: words.slice(0, 3), caseOnly: false }]);
    expect(spellingGroups(words.slice(0, 2))[0]?.caseOnly).toBe(true);
    expect(spellingGroups([])).toEqual([]);
  });

  test('of equally frequent spellings the one with accents and small letters comes first', () => {
    const words = ['Sao Paulo', 'SÃO PAULO', 'são paulo', 'São Paulo'].map((word) => ({ word, count: 40 }));
    expect(spellingGroups(words)[0]?.words.map(({ word }) => word)).toEqual([
      'São Paulo',
      'SÃO PAULO',
      'são paulo',
      'Sao Paulo',
    ]);
  });
});

describe('missing values that depend on another column', () => {
  const known = Uint8Array.from({ length: 200 }, (_, at) => (at < 100 ? 1 : 0));
  const half = {
    name: 'e-mail',
    codes: Int32Array.from(known),
    levels: ['missing', 'known'],
    kind: 'presence' as const,
  };

  test('known exactly where the other is: V 1; independent: V 0', () => {
    expect(tabulate(known, half)).toMatchObject({
      v: 1,
      n: 200,
      most: { level: 'known', share: 1 },
      least: { level: 'missing', share: 0 },
    });
    const even = { ...half, codes: Int32Array.from({ length: 200 }, (_, at) => at % 2) };
    expect(tabulate(known, even)?.v).toBeCloseTo(0, 9);
    expect(tabulate(known, { ...half, codes: new Int32Array(200).fill(1) })).toBeNull();
    expect(tabulate(new Uint8Array(0), { ...half, codes: new Int32Array(0) })).toBeNull();
  });

  test('the strongest partner, never the column itself', () => {
    const found = missingDependence([{ name: 'quiz', known }], [half, { ...half, name: 'quiz' }]);
    expect([...found.keys()]).toEqual(['quiz']);
    expect(found.get('quiz')?.other).toBe('e-mail');
    expect(found.get('quiz')?.p).toBeLessThan(1e-9);
  });

  test('bands of about equal size', () => {
    const bands = bandsOf(
      'age',
      range(100, (at) => at),
      (from, to) => `${from}-${to}`,
    );
    expect(bands?.levels).toEqual(['0-24.75', '24.75-49.5', '49.5-74.25', '74.25-99']);
    expect(bandsOf('age', [NaN], () => '')).toBeNull();
  });
});

describe('time lines', () => {
  test('ages in months with median, limit and bins', () => {
    const now = day('2026-01-01');
    const dates = [0.5, 1.5, 1.6, 30].map((months) => now - months * MONTH_MS);
    const found = freshness([...dates, NaN], now, 24);
    expect(found).toMatchObject({ known: 4, older: 1, newestMs: dates[0] });
    expect(found?.medianMonths).toBeCloseTo(1.55, 6);
    expect(found?.bins.slice(0, 3)).toEqual([1, 2, 0]);
    expect(freshness([], now, 24)).toBeNull();
  });

  test('an empty month counts between busy ones only', () => {
    const lines = (month: string, n: number) => Array.from({ length: n }, () => day(`2025-${month}-10`));
    expect(emptyMonths(monthlyCounts([...lines('01', 30), ...lines('03', 30)]))).toEqual(['2025-02']);
    expect(emptyMonths(monthlyCounts([...lines('01', 3), ...lines('03', 30)]))).toEqual([]);
    expect(monthlyCounts([])).toEqual([]);
  });

  test('a last month that breaks off after three full ones', () => {
    const full = ['2025-01-31', '2025-02-27', '2025-03-30'].map(day);
    expect(brokenOffDay([...full, day('2025-04-09')])).toEqual({ lastMs: day('2025-04-09'), day: 9 });
    expect(brokenOffDay([...full, day('2025-04-29')])).toBeNull();
    expect(brokenOffDay([])).toBeNull();
  });
});
