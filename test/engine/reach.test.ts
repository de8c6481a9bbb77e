// Who counts as reachable: an address that could be used, by the same rule as the quality report's.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { segmented, startEngine, TWO_SEGMENTS } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine;
beforeEach(async () => {
  one = await startEngine();
  await one.project();
});
afterEach(() => one.close());

/** Words for "none" in five languages: missing. */
const NONE = [
  '',
  'n/a',
  '-',
  'no email',
  'sem e-mail',
  'NÃO TEM',
  'no tiene',
  'Sin correo.',
  'no té',
  'нет',
  '(нет почты)',
];
/** There, and of no use. */
const FAULTY = ['ana', 'ana@', 'ana@shop', 'a@x.invalid; b@x.invalid'];

const AS_MAIL = {
  kind: 'customers',
  columns: {
    Customer: { type: 'text', role: 'customerKey' },
    Mail: { type: 'text', role: 'contact', pii: 'email' },
    Phone: { type: 'text', role: 'contact', pii: 'phone' },
    Age: { type: 'number', role: 'feature' },
  },
} as const;

test('bad input 54: placeholders are missing, faulty addresses unreachable, and the report says the same', async () => {
  const phones = ['655 010 777', '+34 (655) 010-777', 'sem telefone', '12345', 'no', '—'];
  const mails = [...NONE, ...FAULTY];
  const rows = Array.from({ length: 40 }, (_, n) => {
    const mail = mails[n] ?? `c${n}@x.invalid`;
    return `K-${100 + n},"${mail}","${phones[n % phones.length]}",${20 + n}`;
  });
  const { records } = await one.add('people.csv', `Customer,Mail,Phone,Age\n${rows.join('\n')}\n`, AS_MAIL);
  expect([records.loaded, records.rejected]).toEqual([40, 0]);
  const { rows: stored } = await one.client.sources.rows({ sourceId: 1, offset: 0, limit: 40 });
  expect(stored.filter(({ cells }) => cells[1] === null)).toHaveLength(NONE.length);
  const [source] = await one.client.sources.list();
  const words = source?.issues.filter(({ code, column }) => code === 'NULL-WORDS' && column === 'Mail');
  expect(words?.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(NONE.length - 1);

  await segmented(one, { ...TWO_SEGMENTS, features: ['Age'] });
  const segments = await one.client.segments.list({});
  const details = await Promise.all(segments.map(({ id }) => one.client.segments.get({ segmentId: id })));
  const usable = (n: number): boolean => n >= mails.length || n % 6 < 2;
  const reachable = Array.from({ length: 40 }, (_, n) => n).filter(usable).length;
  expect(details.reduce((sum, detail) => sum + (detail.reachable ?? 0), 0)).toBe(reachable);

  await one.finish(one.client.quality.check({}));
  const report = await one.client.quality.report();
  const faults = report?.findings.filter(({ code }) => code === 'badEmails' || code === 'badPhones');
  expect(faults?.map(({ code, touches }) => [code, touches?.count, touches?.of]).toSorted()).toEqual([
    ['badEmails', FAULTY.length, 40 - NONE.length],
    ['badPhones', 7, 21],
  ]);
});
