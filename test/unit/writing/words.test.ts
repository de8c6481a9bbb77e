// Every message of the writing module in every language: it parses, renders without a missing argument, and leaves no gap.
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../shared/i18n/locale.ts';
import { createWriter, type WritingArgs } from '../../../electron/engine/writing/writer.ts';

const ARGS: WritingArgs = {
  here: 'HERE',
  all: 'ALL',
  label: 'LABEL',
  category: 'CATEGORY',
  ofCategory: 'OF-CATEGORY',
  adjective: 'ADJECTIVE',
  noun: 'NOUN',
  tail: 'TAIL',
  second: 'SECOND',
  name: 'NAME',
  number: 2,
  n: 1234,
  customers: 5678,
  contacts: 3,
  days: 10,
  traits: 'TRAITS',
  letter: 'A',
};

function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) =>
    leaves(child, path ? `${path}.${key}` : key),
  );
}

const placeholders = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[},]/g)].map((match) => match[1] ?? ''))].sort();

const english = new Map(leaves(createWriter('en').words, ''));

describe.each(LOCALES)('words in %s', (locale) => {
  const writer = createWriter(locale);
  const messages = leaves(writer.words, '');

  it('has the keys of English', () => {
    expect(messages.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  });

  it('renders every message and leaves no brace or blank at an end', () => {
    const odd = messages.filter(([, message]) => {
      const text = writer.fill(message, ARGS);
      return /[{}]/.test(text) || text !== text.trim() || text.includes('  ');
    });
    expect(odd).toEqual([]);
  });

  it('is empty only where a trait lacks a form', () => {
    const empty = messages.filter(
      ([path, message]) => message === '' && !/^traits\.\w+\.(adjective|noun)$/.test(path),
    );
    expect(empty).toEqual([]);
  });

  it('uses the figures that English uses', () => {
    const figures = (message: string) =>
      placeholders(message).filter((name) => ['here', 'all', 'n', 'customers'].includes(name));
    const differing = messages.filter(
      ([path, message]) => String(figures(message)) !== String(figures(english.get(path) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('never shouts', () => {
    expect(messages.filter(([, message]) => message.includes('!') || message.includes('¡'))).toEqual([]);
  });
});

describe('fill', () => {
  it('throws when an argument is missing', () => {
    expect(() => createWriter('en').fill('{here} of {all}', { here: 1 })).toThrow();
  });
});

describe('level', () => {
  it.each([
    ['en', '€640', '34 days', '10 months', '3 years', '26%', '5.3 km'],
    ['pt-BR', '€ 640', '34 dias', '10 meses', '3 anos', '26%', '5,3 km'],
    ['ru', '640 €', '34 дня', '10 месяцев', '3 года', '26 %', '5,3 км'],
    ['ca', '640 €', '34 dies', '10 mesos', '3 anys', '26 %', '5,3 km'],
    ['es', '640 €', '34 días', '10 meses', '3 años', '26 %', '5,3 km'],
  ] as const)('writes units in %s', (locale, money, days, months, years, share, distance) => {
    const { level } = createWriter(locale, 'EUR');
    const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(
      [
        level(640.4, 'money'),
        level(34.2, 'days'),
        level(290, 'days'),
        level(1100, 'days'),
        level(0.264, 'share'),
        level(5.31, 'km'),
      ].map(plain),
    ).toEqual([money, days, months, years, share, distance]);
  });

  it('keeps decimals where they matter and invents no currency', () => {
    const { level } = createWriter('en');
    expect([
      level(4.349, 'count'),
      level(0.031, 'share'),
      level(12.5, 'money'),
      level(54_000, 'money'),
      level(31.7, 'years'),
    ]).toEqual(['4.3', '3.1%', '12.50', '54,000', '32 years']);
  });
});
