// Every written form is executed over the same customers and must place them as the tree and the rules do.
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  satisfies,
  type RuleCondition,
  type RuleInput,
} from '../../../electron/engine/analysis/explain/conditions.ts';
import { leafOf, type Tree } from '../../../electron/engine/analysis/explain/growTree.ts';
import { segmentRules } from '../../../electron/engine/analysis/explain/rules.ts';
import { treeFidelity } from '../../../electron/engine/analysis/explain/treeFidelity.ts';
import { runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import type { BookCondition, BookNode, RuleBook } from '../../../electron/engine/export/rules/ruleBook.ts';
import { writeRules } from '../../../electron/engine/export/rules/writeRules.ts';
import { wordsOf } from '../../../electron/engine/export/words.ts';
import { LOCALES } from '../../../shared/i18n/locale.ts';
import { RULE_FORMS, type RuleForm } from '../../../shared/model/ruleForm.ts';
import { evaluatePmml, parseXml, schemaFaults, type Row } from './pmml.ts';
import { evaluateRule } from './spreadsheet.ts';

/** Headers and texts that mean something in every one of the languages. */
const NUMBERS = ['=SUM("a")', `it's [net] "#1" @home`];
const CATEGORY = '<city> & \\ "x"';
const LEVELS = [`O'Brien "&" <b>`, '=1+1', 'ünï\ncode', `long ${'ß"'.repeat(300)}`, 'A', 'a'];
const SEGMENTS = ["L'Été; --", '=cmd|"/c"!A1', '<Others> & "rest"'];
const ROWS = 600;

function generated(): { readonly input: RuleInput; readonly labels: Int16Array } {
  const random = new Random(5);
  const number = (): number => (random.next() < 0.1 ? NaN : Math.round(random.next() * 2000 - 500) / 8);
  const features = [0, 1].map(() => Array.from({ length: ROWS }, number));
  const codes = Int32Array.from({ length: ROWS }, () => random.integer(7) - 1);
  const labels = Int16Array.from({ length: ROWS }, (_, row) => {
    const [x, y] = features.map((values) => values[row]!);
    if (codes[row] === 0 || codes[row] === 3) return 2;
    return random.next() < 0.1 ? random.integer(3) : Number(x! > 40 || (Number.isNaN(x!) && y! > 0));
  });
  return { input: { features, categories: [{ codes, levels: LEVELS.length }] }, labels };
}

const { input, labels } = generated();
const found = runToEnd(treeFidelity(input, labels, 3, { maxLeaves: 8 }));
const rules = runToEnd(segmentRules(input, labels, 3));

const conditionOf = (condition: RuleCondition): BookCondition =>
  'level' in condition
    ? { column: CATEGORY, op: condition.kind, value: LEVELS[condition.level]! }
    : {
        column: NUMBERS[condition.feature]!,
        op: condition.kind === 'atLeast' ? '>=' : '<',
        value: condition.value,
      };

function nodeOf(node: Tree): BookNode {
  const base = { customers: node.n, counts: node.weights };
  if (node.kind === 'leaf') return { kind: 'leaf', segment: node.segment, ...base };
  const { condition, missing, yes, no } = node;
  const sides = { yes: nodeOf(yes), no: nodeOf(no) };
  return { kind: 'split', condition: conditionOf(condition), missing, ...sides, segment: 0, ...base };
}

const book: RuleBook = {
  columns: [
    ...NUMBERS.map((name) => ({ name, label: name, kind: 'number' as const, levels: [] })),
    { name: CATEGORY, label: CATEGORY, kind: 'category', levels: LEVELS },
  ],
  segments: rules.map(({ segment, alternatives, n, ...figures }) => ({
    name: SEGMENTS[segment]!,
    customers: labels.filter((label) => label === segment).length,
    rule: {
      ...figures,
      matches: n,
      alternatives: alternatives.map((one) => ({
        conditions: one.conditions.map(conditionOf),
        precision: one.precision,
        matches: one.n,
        hits: one.hits,
      })),
    },
  })),
  tree: nodeOf(found.tree),
  fidelity: found.fidelity!,
};

const words = wordsOf('en', 'EUR');
const written = (form: RuleForm, segment: number | null): string => writeRules(book, form, segment, words);
const rows: readonly Row[] = Array.from({ length: ROWS }, (_, row) => {
  const code = input.categories![0]!.codes[row]!;
  return {
    ...Object.fromEntries(
      NUMBERS.map((name, at) => [
        name,
        Number.isNaN(input.features[at]![row]!) ? null : input.features[at]![row]!,
      ]),
    ),
    [CATEGORY]: code < 0 ? null : LEVELS[code]!,
  };
});
const placed = rows.map((_, row) => SEGMENTS[leafOf(found.tree, input, row).segment]);
const matching = rules.map(({ alternatives }) =>
  rows.map((_, row) => alternatives.some(({ conditions }) => satisfies(conditions, input, row))),
);

test('the example asks for numbers, categories and missing values', () => {
  const text = written('sql', null);
  expect(text).toContain('IS NULL');
  expect(text).toContain("O''Brien");
  expect(found.fidelity).toBeGreaterThan(0.8);
  expect(rules.map(({ alternatives }) => alternatives.length)).toEqual([1, 1, 2]);
});

describe('SQL', () => {
  const db = new Database(':memory:');
  const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const names = [...NUMBERS, CATEGORY];
  db.exec(`CREATE TABLE customers (id INTEGER, ${names.map(quote).join(', ')})`);
  const insert = db.prepare(`INSERT INTO customers VALUES (?, ?, ?, ?)`);
  rows.forEach((row, at) => insert.run(at, ...names.map((name) => row[name])));

  test('places every customer as the tree does', () => {
    const answer = db.prepare<[], { id: number; segment: string }>(written('sql', null)).all();
    expect(answer.map(({ segment }) => segment)).toEqual(placed);
  });

  test.each([0, 1, 2])('finds the customers of rule %i', (segment) => {
    const answer = db.prepare<[], { id: number }>(written('sql', segment)).all();
    expect(answer.map(({ id }) => id)).toEqual([...rows.keys()].filter((row) => matching[segment]![row]));
  });
});

describe('formula', () => {
  const cells = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ''])),
  );

  test('places every customer as the tree does', () => {
    const formula = written('formula', null);
    expect(cells.map((row) => evaluateRule(formula, row))).toEqual(placed);
    for (const [text = ''] of formula.matchAll(/"(?:[^"]|"")*"/g))
      expect(text.slice(1, -1).replaceAll('""', '"').length).toBeLessThanOrEqual(255);
  });

  test.each([0, 1, 2])('is true for the customers of rule %i', (segment) => {
    const formula = written('formula', segment);
    expect(cells.map((row) => evaluateRule(formula, row))).toEqual(matching[segment]);
  });

  test('an empty cell and a text where a number should be satisfy no bound', () => {
    const bound = { column: 'x', op: '<' as const, value: 5 };
    const rule = {
      ...book.segments[0]!.rule!,
      alternatives: [{ conditions: [bound], precision: 1, matches: 1, hits: 1 }],
    };
    const small: RuleBook = { ...book, segments: [{ ...book.segments[0]!, rule }] };
    const formula = writeRules(small, 'formula', 0, words);
    expect(formula).toBe('=AND(AND(ISNUMBER([@[x]]),[@[x]]<5))\n');
    expect(['', 'n/a', 4, 5].map((x) => evaluateRule(formula, { x }))).toEqual([false, false, true, false]);
  });
});

describe('PMML', () => {
  test('the tree is one well-formed document of version 4.4 that places every customer', () => {
    const document = parseXml(written('pmml', null));
    expect([document.name, document.attributes]).toEqual([
      'PMML',
      { version: '4.4', xmlns: 'http://www.dmg.org/PMML-4_4' },
    ]);
    expect(document.children.map(({ name }) => name)).toEqual(['Header', 'DataDictionary', 'TreeModel']);
    expect(document.children[1]!.children.length).toBe(
      Number(document.children[1]!.attributes['numberOfFields']),
    );
    expect(schemaFaults(document)).toEqual([]);
    expect(rows.map((row) => evaluatePmml(document, row))).toEqual(placed);
  });

  test.each([0, 1, 2])('rule %i answers with its segment or other', (segment) => {
    const document = parseXml(written('pmml', segment));
    expect(schemaFaults(document)).toEqual([]);
    const answers = rows.map((row) => evaluatePmml(document, row));
    expect(answers).toEqual(matching[segment]!.map((hit) => (hit ? SEGMENTS[segment] : 'other')));
  });

  test('characters that XML cannot hold do not break it', () => {
    const name = `a\u0000b\uD800c\u{1F600}`;
    const odd: RuleBook = { ...book, segments: book.segments.map((one) => ({ ...one, name })) };
    const document = parseXml(writeRules(odd, 'pmml', 0, words));
    expect(evaluatePmml(document, rows[matching[0]!.indexOf(true)]!)).toBe('a\uFFFDb\uFFFDc\u{1F600}');
  });
});

describe('JSON', () => {
  test('holds the tree and all rules, which place and match the same customers', () => {
    const parsed = JSON.parse(written('json', null)) as RuleBook & { schema: string; schemaVersion: number };
    expect([parsed.schema, parsed.schemaVersion]).toEqual(['clientela.rules', 1]);
    expect(parsed.tree).toEqual(book.tree);
    const ask = ({ column, op, value }: BookCondition, row: Row): boolean | null => {
      const known = row[column] ?? null;
      if (known === null) return null;
      if (op === '>=' || op === '<') return op === '>=' ? known >= value : known < value;
      return (known === value) === (op === 'is');
    };
    const walk = (node: BookNode, row: Row): string => {
      if (node.kind === 'leaf') return parsed.segments[node.segment]!.name;
      return walk((ask(node.condition, row) ?? node.missing === 'yes') ? node.yes : node.no, row);
    };
    expect(rows.map((row) => walk(parsed.tree, row))).toEqual(placed);
    parsed.segments.forEach(({ rule }, at) => {
      const matches = (row: Row): boolean =>
        rule!.alternatives.some(({ conditions }) => conditions.every((one) => ask(one, row) === true));
      expect(rows.map(matches)).toEqual(matching[at]);
    });
  });

  test('one segment alone', () => {
    const parsed = JSON.parse(written('json', 1)) as { segments: unknown };
    expect(parsed.segments).toEqual([JSON.parse(JSON.stringify(book.segments[1]))]);
  });
});

describe('words', () => {
  const rule = {
    alternatives: [
      {
        conditions: [
          { column: 'x', op: '>=', value: 12.5 },
          { column: 'city', op: 'isNot', value: 'Lisboa' },
        ],
        precision: 0.9,
        matches: 900,
        hits: 810,
      },
      { conditions: [{ column: 'x', op: '<', value: -3 }], precision: 0.8, matches: 400, hits: 320 },
    ],
    precision: 0.87,
    recall: 0.75,
    coverage: 0.4,
    matches: 1300,
    hits: 1130,
  } as const;
  const leaf = (segment: number, customers: number) =>
    ({ kind: 'leaf', segment, customers, counts: [] }) as const;
  const small: RuleBook = {
    columns: [
      { name: 'x', label: 'Visits', kind: 'number', levels: [] },
      { name: 'city', label: 'City', kind: 'category', levels: [] },
    ],
    segments: [
      { name: 'North', customers: 1500, rule },
      { name: 'South', customers: 1500, rule: null },
    ],
    tree: {
      kind: 'split',
      condition: { column: 'x', op: '>=', value: 12.5 },
      missing: 'yes',
      yes: leaf(0, 1400),
      no: leaf(1, 1600),
      segment: 0,
      customers: 3000,
      counts: [],
    },
    fidelity: 0.934,
  };

  test.each([
    [
      'en',
      'if Visits at least 12.5 or the value is missing\n  → North (1,400)\notherwise\n  → South (1,600)\nThis places 93% of customers in their own segment.\n',
      'North\nif Visits at least 12.5\nand City is not Lisboa\nor if Visits under −3\nPrecision 87%, recall 75%: 1,300 match (40% of everyone), 1,130 of them belong here.\n',
    ],
    [
      'ru',
      'если Visits не меньше 12,5 или значения нет\n  → North (1\u00a0400)\nиначе\n  → South (1\u00a0600)\nТак в свой сегмент попадает 93\u00a0% клиентов.\n',
      'North\nесли Visits не меньше 12,5\nи City не равно Lisboa\nили если Visits меньше −3\nТочность 87\u00a0%, полнота 75\u00a0%: подходят 1\u00a0300 (40\u00a0% всех), из них отсюда 1\u00a0130.\n',
    ],
  ] as const)('in %s', (locale, tree, one) => {
    const say = (segment: number | null) => writeRules(small, 'words', segment, wordsOf(locale, 'EUR'));
    expect(say(null)).toBe(tree);
    expect(say(0)).toBe(one);
  });

  test('in all five languages they differ', () => {
    const texts = LOCALES.map((locale) => writeRules(small, 'words', null, wordsOf(locale, 'EUR')));
    expect(new Set(texts).size).toBe(LOCALES.length);
  });

  test('what programs read is the same in all five languages: English function names, dots in numbers', () => {
    for (const form of ['formula', 'sql', 'pmml', 'json'] as const)
      for (const segment of [null, 0]) {
        const texts = LOCALES.map((locale) => writeRules(small, form, segment, wordsOf(locale, 'EUR')));
        expect([form, new Set(texts).size]).toEqual([form, 1]);
      }
    const formula = writeRules(small, 'formula', null, wordsOf('ru', 'RUB'));
    expect([...formula.matchAll(/[\p{L}.]+(?=\()/gu)].map(([name]) => name)).toEqual([
      'IF',
      'OR',
      'NOT',
      'ISNUMBER',
    ]);
    expect(formula).toContain('12.5');
  });

  test('a formula of more than 8,192 characters, which Excel does not take, is refused with both numbers', () => {
    const named = (length: number): RuleBook => {
      const condition = { column: 'x'.repeat(length), op: '<' as const, value: 5 };
      const leaf = { kind: 'leaf' as const, segment: 0, customers: 1, counts: [1] };
      const sides = { missing: 'no' as const, yes: leaf, no: leaf, segment: 0, customers: 1, counts: [1] };
      const alternatives = [{ conditions: [condition], precision: 1, matches: 1, hits: 1 }];
      const segment = { ...book.segments[0]!, name: 'A', rule: { ...book.segments[0]!.rule!, alternatives } };
      return { ...book, segments: [segment], tree: { kind: 'split', condition, ...sides } };
    };
    const formula = (length: number, segment: number | null) =>
      writeRules(named(length), 'formula', segment, words).trimEnd();
    // =IF(AND(ISNUMBER([@[x]]),[@[x]]<5),"A","A") and =AND(AND(ISNUMBER([@[x]]),[@[x]]<5)), with x twice.
    expect([formula(4075, null).length, formula(4079, 0).length]).toEqual([8191, 8192]);
    const long = (found: number) =>
      expect.objectContaining({ code: 'RULE-FORMULA-LONG', args: { found, limit: 8192 } }) as Error;
    expect(() => formula(4076, null)).toThrow(long(8193));
    expect(() => formula(4080, 0)).toThrow(long(8194));
    expect(writeRules(named(4076), 'sql', null, words)).toContain('x'.repeat(4076));
  });

  test('a segment without a rule is refused in every form', () => {
    const empty: RuleBook = { ...book, segments: [{ ...book.segments[0]!, rule: null }] };
    for (const form of RULE_FORMS) expect(() => writeRules(empty, form, 0, words)).toThrow('RULE-MISSING');
  });
});
