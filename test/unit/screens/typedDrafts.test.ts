// Drafts of references, row filters, rules and lists: numbers written and read by the language.
import { describe, expect, test } from 'vitest';
import {
  draftOf as draftReference,
  inputOf,
  shareOf,
} from '../../../renderer/representativeness/draftReference.ts';
import {
  draftOf as draftFilter,
  filterOf,
  isUnread,
} from '../../../renderer/screens/data/table/filterDraft.ts';
import { readCuts, writeCuts } from '../../../renderer/screens/explore/cutPoints.ts';
import { draftRule, readRule } from '../../../renderer/screens/explore/ownRules.ts';
import { readShares, writeShares } from '../../../renderer/screens/explore/tierShares.ts';
import { type Figures, figuresOf } from '../../../renderer/ui/figures.ts';
import { LOCALES } from '../../../shared/i18n/locale.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { FeatureLevels, Reference } from '../../../shared/model/reference.ts';

const [EN, PT] = [figuresOf('en'), figuresOf('pt-BR')];

describe('the levels of a reference', () => {
  test('a share as one types it', () => {
    expect(['12,5', '12.5 %', 'x', '-3', '', '1,500'].map((text) => shareOf(text, EN))).toEqual([
      12.5,
      12.5,
      null,
      null,
      null,
      1500,
    ]);
    expect(shareOf('1,500', PT)).toBe(1.5);
  });

  test('a stored share with three decimals is no thousand', () => {
    const present: FeatureLevels = {
      feature: 'City',
      label: 'City',
      builtIn: false,
      kind: 'category',
      n: 9,
      levels: [],
      missing: 0,
    };
    const shares = [
      { level: 'North', share: 0.12345, from: null, to: null },
      { level: 'South', share: 0.87655, from: null, to: null },
    ];
    const stored: Reference = { id: 1, feature: 'City', name: 'x', source: '', shares };
    for (const locale of LOCALES) {
      const numbers = figuresOf(locale);
      const draft = draftReference(present, stored, numbers);
      expect(draft.levels[0]?.share).toBe(locale === 'en' ? '12.345' : '12,345');
      expect(inputOf('City', draft, numbers)?.shares.map(({ share }) => share)).toEqual([12.345, 87.655]);
    }
  });
});

describe('the range of a filter', () => {
  test('is written and read by the language', () => {
    const filter = { position: 2, op: 'between' as const, from: 2.5, to: 1500 };
    expect(draftFilter('number', filter, PT)).toMatchObject({ from: '2,5', to: '1500' });
    expect(filterOf(2, 'number', draftFilter('number', filter, PT), PT)).toEqual(filter);
    const typed = { ...draftFilter('number', filter, EN), from: '', to: '1,500' };
    expect(filterOf(2, 'number', typed, EN)).toEqual({ ...filter, from: null });
  });

  test('an end that is no number is told from an open one', () => {
    expect(['', ' ', '5', 'x', '1.2.3'].map((text) => isUnread(text, 'number', EN))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(isUnread('2025-01-02', 'date', EN)).toBe(false);
  });
});

describe('settings of a run', () => {
  test('lists are read by the language, and what may be one number or two is not', () => {
    expect(readShares('62,5; 30', PT)).toEqual([0.625, 0.3]);
    expect(readShares('62,5 30', PT)).toEqual([0.625, 0.3]);
    expect(readShares('62,5, 30', PT)).toEqual([0.625, 0.3]);
    expect(readShares('62,5', PT)).toBeNull();
    expect(readShares('80 15 5', PT)).toEqual([0.8, 0.15, 0.05]);
    expect(readShares('80,15,5', PT)).toEqual([0.8, 0.15, 0.05]);
    expect(readShares('80,15', EN)).toEqual([0.8, 0.15]);
    expect(readShares('80,15', PT)).toBeNull();
    expect(readCuts('1.500 2.500', PT)).toEqual([1500, 2500]);
    expect(readCuts('1,500; 2,500.5', EN)).toEqual([1500, 2500.5]);
    expect(readCuts('1,500 2,500', EN)).toEqual([1500, 2500]);
    expect(readCuts('1,500', EN)).toBeNull();
    expect(readCuts('10,20 30', EN)).toEqual([10, 20, 30]);
    expect(readCuts('30, 90,', EN)).toEqual([30, 90]);
    for (const numbers of [EN, PT])
      for (const cuts of [[9.5], [9.5, 20], [1500], [0.125, 12.345, 1_500_000], []])
        expect(readCuts(writeCuts(cuts, numbers), numbers)).toEqual(cuts);
    expect([writeCuts([9.5, 20], PT), writeShares([0.8, 0.15], PT)]).toEqual(['9,5; 20', '80, 15']);
  });

  test('numbers of a rule are read by the language', () => {
    const age: readonly Feature[] = [];
    const condition = { id: '1', feature: 'Age', op: 'ge' as const, text: '1.500' };
    const values = (numbers: Figures, change: object) =>
      readRule({ name: 'x', any: [[{ ...condition, ...change }]] }, age, numbers)?.any[0]?.[0];
    expect(values(PT, {})).toEqual({ feature: 'Age', op: '>=', value: 1500 });
    expect(values(EN, {})).toEqual({ feature: 'Age', op: '>=', value: 1.5 });
    expect(values(EN, { text: '1,500' })).toEqual({ feature: 'Age', op: '>=', value: 1500 });
    expect(values(PT, { op: 'is', text: '2,5; 1.500' })).toEqual({
      feature: 'Age',
      op: 'is',
      values: [2.5, 1500],
    });
    expect(values(PT, { op: 'is', text: '2,5; x' })).toBeUndefined();
    const written = draftRule({ name: 'x', any: [[{ feature: 'Age', op: 'is', values: [2.5, 1500] }]] }, PT);
    expect(written.any[0]?.[0]?.text).toBe('2,5; 1500');
  });
});
