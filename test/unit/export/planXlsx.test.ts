// The workbook read back: formulas against the model's figures, inputs as numbers and dates, hostile text as text.
import { describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { LOCALES } from '../../../shared/i18n/locale.ts';
import { planXlsx } from '../../../electron/engine/export/xlsx/planXlsx.ts';
import {
  letterOf,
  RESULT_COLUMNS,
  resultValue,
  rowFormula,
  totalFormula,
} from '../../../electron/engine/export/xlsx/planColumns.ts';
import { HEADER_ROW } from '../../../electron/engine/export/xlsx/planSheet.ts';
import { moneyFormatOf } from '../../../electron/engine/export/xlsx/styles.ts';
import type { PlanReport } from '../../../electron/engine/export/report.ts';
import { evaluate, type Value } from './formulas.ts';
import { actionOf, campaignOf, sampleReport } from './sampleReport.ts';
import { partOf } from './zip.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&gt;': '>', '&lt;': '<', '&quot;': '"', '&amp;': '&' };

/** The plan sheet's cells straight from the XML: formulas with their stored value, numbers as they are. */
async function planCells(bytes: Uint8Array) {
  const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
  const cells = new Map<string, { formula: string; stored: string } | { value: Value }>();
  for (const [, name = '', type = '', inner = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"(?:[^>]*? t="(\w+)")?[^>]*?>(.*?)<\/c>/g,
  )) {
    const formula = /<f>(.*?)<\/f>/
      .exec(inner)?.[1]
      ?.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
    const stored = /<v>(.*?)<\/v>/.exec(inner)?.[1] ?? '';
    if (formula !== undefined) cells.set(name, { formula, stored });
    else if (type === '') cells.set(name, { value: Number(stored) });
  }
  return cells;
}

const NAMES = new Map([['ResponseFactor', 'E4']]);

function expected(report: PlanReport): Map<string, number | ''> {
  const { actions, totals } = report.campaign;
  const all = new Map<string, number | ''>();
  for (const column of RESULT_COLUMNS) {
    actions.forEach((action, index) => {
      all.set(`${letterOf(column)}${HEADER_ROW + 1 + index}`, resultValue(action.figures, column) ?? '');
    });
    if (column === 'breakEven') continue;
    all.set(`${letterOf(column)}${HEADER_ROW + 1 + actions.length}`, resultValue(totals, column) ?? '');
  }
  return all;
}

/**
 * Far finer than a cent. With `slack`, a cent or two more: a half cent may round either way, because the engine counts
 * in cents and the sheet in whole units, whose products differ in a double's last digit.
 */
function toleranceOf(cell: string, { campaign }: PlanReport, slack: number): number {
  const column = RESULT_COLUMNS.find(
    (name) => cell.startsWith(letterOf(name)) && /\d/.test(cell.charAt(letterOf(name).length)),
  );
  const figures =
    campaign.actions[Number(/\d+$/.exec(cell)?.[0]) - HEADER_ROW - 1]?.figures ?? campaign.totals;
  const cost = figures.costCents / 100;
  if (column === 'contactsSent' || column === 'ordersLow' || column === 'ordersHigh') return 1e-6;
  if (column === 'roiLow' || column === 'roiHigh')
    return 1e-6 + (slack * (1 + Math.abs(figures[column] ?? 0))) / cost;
  return 1e-6 + slack;
}

async function compare(report: PlanReport, slack = 0): Promise<number> {
  const cells = await planCells(await planXlsx(report));
  const wanted = expected(report);
  for (const [cell, value] of wanted) {
    const found = cells.get(cell);
    if (found === undefined || !('formula' in found)) throw new Error(`${cell} is not a formula`);
    const computed = evaluate(cell, cells, NAMES);
    if (value === '') {
      expect([cell, computed, found.stored]).toEqual([cell, '', '']);
    } else {
      const off = Math.abs(Number(computed) - value);
      expect(off, `${cell}: ${computed}, not ${value}`).toBeLessThanOrEqual(toleranceOf(cell, report, slack));
      expect(Number(found.stored), cell).toBeCloseTo(value, 6);
    }
  }
  return wanted.size;
}

describe('plan sheet', () => {
  test('every figure is a formula that gives the model’s figure', async () => {
    expect(await compare(sampleReport())).toBe(3 * 11 + 10);
  });

  test('free actions have no return, and worthless orders never break even', async () => {
    const actions = [
      actionOf(1, { costPerContactCents: 0, fixedCostCents: 0 }, 100, 50),
      actionOf(2, { margin: 0 }, 100, 50),
    ];
    expect(await compare({ ...sampleReport(), campaign: campaignOf(actions) })).toBe(2 * 11 + 10);
  });

  test('any inputs', async () => {
    const input = fc.record({
      contacts: fc.integer({ min: 1, max: 52 }),
      costPerContactCents: fc.integer({ min: 0, max: 100_000 }),
      fixedCostCents: fc.integer({ min: 0, max: 10_000_000 }),
      responseLow: fc.double({ min: 0, max: 0.5, noNaN: true }).map((share) => Math.round(share * 1e4) / 1e4),
      responseHigh: fc
        .double({ min: 0.5, max: 1, noNaN: true })
        .map((share) => Math.round(share * 1e4) / 1e4),
      averageBasketCents: fc.integer({ min: 0, max: 1_000_000 }),
      margin: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(input, { minLength: 1, maxLength: 4 }),
        fc.nat(5000),
        async (inputs, reach) => {
          const campaign = campaignOf(inputs.map((change, id) => actionOf(id, change, 6000, reach)));
          expect(await compare({ ...sampleReport(), campaign }, 0.0201)).toBe(inputs.length * 11 + 10);
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });

  test('formulas as written', () => {
    expect(RESULT_COLUMNS.map((column) => rowFormula(column, 7))).toEqual([
      'I7*J7',
      'IF(Q7>0,ROUND(Q7*K7,2)+L7,0)',
      'I7*M7*ResponseFactor',
      'I7*N7*ResponseFactor',
      'ROUND(S7*O7,2)',
      'ROUND(T7*O7,2)',
      'ROUND(U7*P7,2)',
      'ROUND(V7*P7,2)',
      'IF(R7>0,(W7-R7)/R7,"")',
      'IF(R7>0,(X7-R7)/R7,"")',
      'IF(I7*O7*P7>0,R7/(I7*O7*P7),"")',
    ]);
    expect(
      (['cost', 'ordersLow', 'marginHigh', 'roiHigh'] as const).map((name) => totalFormula(name, 7, 9)),
    ).toEqual([
      'SUM(R7:R9)',
      '(SUM(S7:S9)+SUM(T7:T9)-SQRT(SUMXMY2(T7:T9,S7:S9)))/2',
      'ROUND((SUM(W7:W9)+SUM(X7:X9)+SQRT(SUMXMY2(X7:X9,W7:W9)))/2,2)',
      'IF(R10>0,(X10-R10)/R10,"")',
    ]);
  });

  test('an empty plan has zeros instead of sums over nothing', async () => {
    const report = { ...sampleReport(), campaign: campaignOf([]) };
    const cells = await planCells(await planXlsx(report));
    expect(cells.get('R7')).toEqual({ value: 0 });
    expect(evaluate('Y7', cells, NAMES)).toBe('');
  });
});

describe('workbook', () => {
  test('sheets, inputs as numbers, dates as dates, names, frozen header', async () => {
    const book = await readXlsx(await planXlsx(sampleReport()));
    const [plan] = book.sheets;
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Plan', 'Segments', 'Personas', 'Method']);
    expect(plan?.rows[6]?.slice(0, 16)).toEqual([
      'A Young urban professionals',
      'Grow',
      'Early access, 48 hours',
      '“Yours before Friday”',
      'E-mail',
      new Date('2026-11-03T00:00:00Z'),
      new Date('2026-11-14T00:00:00Z'),
      1179,
      861,
      2,
      0.08,
      50,
      0.012,
      0.024,
      96,
      0.45,
    ]);
    expect(plan?.freezePane).toEqual({ rows: 6, columns: 1 });
    expect(book.namedRanges?.map(({ name, range }) => [name, range])).toEqual([
      ['ResponseFactor', "'Plan'!$E$4"],
      ['Reach', "'Plan'!$I$7:$I$9"],
      ['ContactsPerCustomer', "'Plan'!$J$7:$J$9"],
      ['CostPerContact', "'Plan'!$K$7:$K$9"],
      ['FixedCost', "'Plan'!$L$7:$L$9"],
      ['ResponseLow', "'Plan'!$M$7:$M$9"],
      ['ResponseHigh', "'Plan'!$N$7:$N$9"],
      ['AverageOrder', "'Plan'!$O$7:$O$9"],
      ['MarginShare', "'Plan'!$P$7:$P$9"],
      ['TotalCost', "'Plan'!$R$10"],
    ]);
  });

  test('segments carry their evidence, the method its seed', async () => {
    const book = await readXlsx(await planXlsx(sampleReport()));
    const rows = book.sheets[1]?.rows ?? [];
    expect(rows[1]).toEqual([
      'A',
      'Young urban professionals',
      1180,
      0.272,
      719_120,
      0.356,
      'Days since last order',
      34,
      90,
      38,
      36,
      41,
      -0.9,
      1179,
      'Days since last order < 100; Device = mobile',
      null,
    ]);
    expect(book.sheets[3]?.rows.find(([label]) => label === 'Seed')).toEqual(['Seed', '4127']);
    expect(book.sheets[3]?.rows.at(-1)).toEqual([null, 'Groups under 30 customers are not described.']);
  });

  test('equal reports give equal bytes, in every language', async () => {
    for (const locale of LOCALES) {
      const [first, second] = await Promise.all([
        planXlsx(sampleReport(locale)),
        planXlsx(sampleReport(locale)),
      ]);
      expect(first).toEqual(second);
      expect((await readXlsx(first)).sheets).toHaveLength(4);
    }
  });

  test('hostile text stays text and the XML stays whole', async () => {
    const hostile = [
      "=cmd|' /C calc'!A0",
      '\u0000=1',
      '＝1',
      '\uD800x',
      'a\u0007b',
      '<script>',
      '_x0041_',
      '-12.5',
    ];
    const actions = hostile.map((offer, id) => actionOf(id, { offer }, 10, 5));
    const book = await readXlsx(await planXlsx({ ...sampleReport(), campaign: campaignOf(actions) }));
    expect(book.sheets[0]?.rows.slice(6, 14).map((row) => row[2])).toEqual([
      "'=cmd|' /C calc'!A0",
      "'=1",
      "'＝1",
      '\uFFFDx',
      'a\uFFFDb',
      '<script>',
      '_x0041_',
      '-12.5',
    ]);
  });

  test('amounts by the currency’s place in the language', () => {
    expect(moneyFormatOf('en', 'EUR')).toBe('"€"#,##0.00');
    expect(moneyFormatOf('pt-BR', 'BRL')).toBe('"R$ "#,##0.00');
    expect(moneyFormatOf('ru', 'RUB')).toBe('#,##0.00" ₽"');
    expect(moneyFormatOf('ca', 'EUR')).toBe('#,##0.00" €"');
  });
});
