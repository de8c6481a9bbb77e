// Erasing a customer who is named inside other texts, and who shares an address with somebody else.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedStep } from '../../shared/model/step.ts';
import { segmented, startEngine, TWO_SEGMENTS } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { traces } from '../support/fileTraces.ts';

let one: TestEngine;
let path: string;
beforeEach(async () => {
  one = await startEngine();
  path = await one.project();
});
afterEach(() => one.close());

const KEY = 'K-2077';
const MAIL = 'maria.souza@shop.invalid';
/** As the files below write the person. */
const WRITTEN = [
  KEY,
  MAIL,
  'Maria.Souza@Shop.invalid',
  '+34 655 010 777',
  '655-010-777',
  'Maria Souza',
  'MARIA SOUZA',
  'Souza, Maria',
];

const HEADER = 'Customer,Name,E-mail,Phone,Referrer,Remarks,Age';
const NAMES = ['Ana Reis', 'João Lima', 'Vera Font', 'Olga Serra', 'Pau Mas'];
const row = (n: number, referrer = '', remark = '', age: number | string = 20 + (n % 40)): string =>
  [`K-${1000 + n}`, `${NAMES[n % 5]} ${n}`, `c${n}@x.invalid`, '', referrer, `"${remark}"`, age].join(',');

const REMARKS = [
  'recommended by Maria Souza, Maria.Souza@Shop.invalid',
  'sister of MARIA SOUZA (655-010-777); ask Souza, Maria',
  `shares the card of ${KEY}`,
  'Maria came; Souza did not',
];

function people(): string {
  const plain = Array.from({ length: 36 }, (_, n) =>
    row(n, n % 3 === 0 ? 'Ana Reis' : 'Vera Font', `no ${n}`),
  );
  const named = REMARKS.map((remark, n) => row(40 + n, 'Maria Souza', remark));
  const own = `${KEY},Maria Souza,${MAIL},+34 655 010 777,,,44`;
  const refused = row(50, '', 'asked by Maria Souza', 'old');
  return `${[HEADER, ...plain, ...named, own, refused].join('\n')}\n`;
}

const KEYED = {
  Customer: { type: 'text', role: 'customerKey' },
  'E-mail': { type: 'text', role: 'contact', pii: 'email' },
} as const;
const AS_TEXTS = {
  columns: {
    ...KEYED,
    Name: { type: 'text', role: 'pii', pii: 'name' },
    Referrer: { type: 'category', role: 'feature', pii: null },
    Remarks: { type: 'text', role: 'ignore', pii: null },
  },
} as const;

async function cellsOf(sourceId: number, name: string): Promise<(string | null)[]> {
  const fields = (await one.client.sources.list()).find(({ id }) => id === sourceId)?.fields ?? [];
  const at = fields.findIndex((field) => field.name === name);
  const { rows } = await one.client.sources.rows({ sourceId, offset: 0, limit: 100, asImported: true });
  return rows.map(({ cells }) => cells[at] ?? null);
}

const BY_AGE = { ...TWO_SEGMENTS, features: ['Age'] };

async function write(): Promise<void> {
  await segmented(one, BY_AGE);
  const [segment] = await one.client.segments.list({});
  const segmentId = segment?.id ?? 0;
  await one.client.segments.rename({ segmentId, name: 'Friends of Maria Souza' });
  await one.client.segments.note({ segmentId, note: `${KEY} knows them all (655-010-777)` });
  await one.finish(one.client.personas.draft({}));
  const [persona] = await one.client.personas.list();
  await one.client.personas.editQuote({ personaId: persona?.id ?? 0, text: `${MAIL} told me` });
  await one.finish(one.client.campaigns.propose({ name: 'For Maria Souza', startDate: '2026-04-01' }));
}

describe('mentions inside longer texts', () => {
  test('become a mark, in records, rejected ones, fixes and what the analyst wrote; no byte is left', async () => {
    await one.add('people.csv', people(), AS_TEXTS);
    const [people_] = await one.client.sources.list();
    const position = people_?.fields.find(({ name }) => name === 'Referrer')?.position ?? -1;
    const groups = [{ into: 'Friends', from: ['Maria Souza', 'Ana Reis'] }];
    const step: RecordedStep = { kind: 'mergeValues', position, groups };
    await one.client.steps.add({ sourceId: 1, step });
    await one.finish(one.client.features.compute({}));
    await write();

    const result = await one.finish(one.client.customers.erase({ key: KEY }));
    expect(result).toEqual({ records: 1, rejects: 0, mentions: 16, shared: 0, copies: [] });
    expect((await cellsOf(1, 'Remarks')).slice(36)).toEqual([
      'recommended by (erased), (erased)',
      'sister of (erased) ((erased)); ask (erased)',
      'shares the card of (erased)',
      'Maria came; Souza did not',
    ]);
    expect((await cellsOf(1, 'Referrer')).slice(36)).toEqual(Array.from({ length: 4 }, () => '(erased)'));
    const { rejects } = await one.client.sources.rejects({ sourceId: 1, offset: 0, limit: 5 });
    expect(rejects.map(({ cells }) => cells[5])).toEqual(['asked by (erased)']);
    const steps = (await one.client.steps.list({ sourceId: 1 })).map((listed) => listed.step);
    expect(steps).toEqual([{ ...step, groups: [{ into: 'Friends', from: ['(erased)', 'Ana Reis'] }] }]);
    const [segment] = await one.client.segments.list({});
    expect([segment?.name, segment?.note]).toEqual([
      'Friends of (erased)',
      '(erased) knows them all ((erased))',
    ]);
    expect((await one.client.personas.list())[0]?.quote.text).toBe('(erased) told me');
    expect((await one.client.campaigns.list())[0]?.name).toBe('For (erased)');
    await one.client.project.close();
    expect(traces(path, WRITTEN)).toEqual([]);
  });

  test('who is called the same, and whose address it is too, keeps name and address', async () => {
    const spouse = `K-3000,Maria Souza,${MAIL},,,,41`;
    await one.add('people.csv', `${people()}${spouse}\n`, AS_TEXTS);
    const result = await one.finish(one.client.customers.erase({ key: KEY }));
    expect(result).toEqual({ records: 1, rejects: 0, mentions: 11, shared: 1, copies: [] });
    expect((await cellsOf(1, 'Name')).at(-1)).toBe('Maria Souza');
    expect((await cellsOf(1, 'E-mail')).at(-1)).toBe(MAIL);
  });

  test('a key of several words is a name, one word is not', async () => {
    const rows = ['Maria Souza,12,Olot', 'Olot,30,met Maria Souza', 'Ana Reis,31,Souza Maria in Olot'];
    await one.add('names.csv', `Customer,Age,Remarks\n${rows.join('\n')}\n`, {
      columns: {
        Customer: { type: 'text', role: 'customerKey', pii: null },
        Remarks: { type: 'text', role: 'ignore' },
      },
    });
    await one.finish(one.client.customers.erase({ key: 'Maria Souza' }));
    expect(await cellsOf(1, 'Remarks')).toEqual(['met (erased)', '(erased) in Olot']);
    await one.finish(one.client.customers.erase({ key: 'Olot' }));
    expect(await cellsOf(1, 'Remarks')).toEqual(['(erased) in Olot']);
  });

  test('what stands for no address, and a shop’s own one, mean nobody', async () => {
    const shop = 'shop@shop.invalid';
    const rows = Array.from(
      { length: 24 },
      (_, n) => `K-${1000 + n},${n % 2 ? shop : 'none'},${shop},30,ask ${shop}`,
    );
    await one.add('people.csv', `Customer,E-mail,Other e-mail,Age,Remarks\n${rows.join('\n')}\n`, {
      columns: {
        ...KEYED,
        'Other e-mail': { type: 'text', role: 'contact', pii: 'email' },
        Remarks: { type: 'text', role: 'ignore', pii: null },
      },
    });
    await one.add('list.csv', `E-mail,Visits\nnone,3\n${shop},5\n`, {
      kind: 'other',
      columns: { 'E-mail': { type: 'text', role: 'contact', pii: 'email' } },
    });
    const result = await one.finish(one.client.customers.erase({ key: 'K-1000' }));
    expect(result).toEqual({ records: 1, rejects: 0, mentions: 0, shared: 0, copies: [] });
    expect(await cellsOf(2, 'E-mail')).toEqual([null, shop]);
    const { records } = await one.add('again.csv', `E-mail,Visits\nnone,4\n${shop},6\n`, { kind: 'other' });
    expect(records.rejected).toBe(0);
  });

  test('a record without a key is the person’s by its address', async () => {
    await one.add('people.csv', people(), AS_TEXTS);
    await one.add('visits.csv', `Customer,E-mail,Visits\n,${MAIL},3\nK-1001,c1@x.invalid,5\n`, {
      kind: 'other',
      columns: { Customer: { role: 'customerKey', type: 'text' } },
    });
    const result = (await one.finish(one.client.customers.erase({ key: KEY }))) as { records: number };
    expect(result.records).toBe(2);
    expect(await cellsOf(2, 'E-mail')).toEqual(['c1@x.invalid']);
  });
});

describe('bad input 56: a file that brings the address of an erased person', () => {
  const brought = async (name: string, ...rows: string[]): Promise<number> => {
    const { records } = await one.add(name, `${[HEADER, ...rows].join('\n')}\n`, AS_TEXTS);
    return records.rejected;
  };
  beforeEach(async () => {
    await one.add('people.csv', people(), AS_TEXTS);
    await one.finish(one.client.customers.erase({ key: KEY }));
  });

  test('lets another person with a key and a name of their own in', async () => {
    expect(await brought('family.csv', `K-3000,João Lima,${MAIL},,,,41`)).toBe(0);
  });

  test('holds back whoever goes by the erased name, whatever the key and the order of words', async () => {
    const again = [`K-9000,"Souza, Maria",${MAIL},,,,44`, `K-9001,Maria Luz Souza,${MAIL},,,,44`];
    expect(await brought('again.csv', ...again, `${KEY},João Lima,other@x.invalid,,,,44`)).toBe(3);
  });

  test('holds back a record without a key, whatever its name', async () => {
    const { records } = await one.add(
      'list.csv',
      `Name,E-mail,Visits\nJoão Lima,${MAIL},3\nAna Reis,a@x.invalid,5\n`,
    );
    expect(records.rejected).toBe(1);
  });

  test('without a name, goes by whether the project knows the key as somebody else’s', async () => {
    await brought('family.csv', `K-3000,João Lima,${MAIL},,,,41`);
    const orders = `Order,Date,Customer,E-mail,Amount\n1,2025-02-03,K-3000,${MAIL},9\n2,2025-02-03,K-4000,${MAIL},9\n`;
    const { records, sourceId } = await one.add('orders.csv', orders, {
      kind: 'transactions',
      columns: KEYED,
    });
    expect([records.loaded, records.rejected]).toEqual([1, 1]);
    expect(await cellsOf(sourceId, 'Customer')).toEqual(['K-3000']);
  });
});
