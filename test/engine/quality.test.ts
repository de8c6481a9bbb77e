// The quality report over a real project: what is found, a repair replayed and undone, people decided about, erasable runs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding, FindingCode } from '../../shared/model/quality.ts';
import { startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

const CUSTOMERS = 60;

/** Every fifth city is written otherwise; two addresses are broken; 7 and 8 share an e-mail; 9 was born in 1893. */
function customersCsv(): string {
  const rows = ['Customer,Name,E-mail,Birth date,City,Income'];
  for (let n = 1; n <= CUSTOMERS; n++) {
    const city = n % 5 === 0 ? 'BARCELONA' : n % 2 === 0 ? 'Barcelona' : 'Vic';
    const mail = n < 3 ? `broken${n}.invalid` : n === 8 ? 'p7@shop.invalid' : `p${n}@shop.invalid`;
    const name = n === 8 ? 'Pol Serra Puig' : n === 7 ? 'Serra Pol' : `Name${n} Family${n}`;
    const like = n === 8 ? 7 : n; // the same person was born on the same day
    const born = n === 9 ? '1893-05-05' : `19${60 + (like % 30)}-0${1 + (like % 9)}-11`;
    const income = n === 10 ? '' : n === 11 ? 900_000 : 20_000 + n * 100;
    rows.push([`K${n}`, name, mail, born, city, income].join(','));
  }
  return `${rows.join('\n')}\n`;
}

function ordersCsv(): string {
  const rows = ['Order,Date,Customer,Amount'];
  for (let n = 1; n <= 200; n++) {
    const customer = n % 10 === 0 ? '' : `K${1 + (n % 50)}`;
    rows.push(`${n},2026-0${1 + (n % 2)}-${10 + (n % 18)},${customer},${10 + n}`);
  }
  return `${rows.join('\n')}\n`;
}

let shop: TestEngine;
beforeAll(async () => {
  shop = await startEngine();
  await shop.project();
  await shop.add('customers.csv', customersCsv(), {
    kind: 'customers',
    columns: { Income: { type: 'number', role: 'feature' }, City: { type: 'category', role: 'feature' } },
  });
  await shop.add('orders.csv', ordersCsv(), { kind: 'transactions' });
});
afterAll(() => shop.close());

async function findings(): Promise<readonly Finding[]> {
  await shop.finish(shop.client.quality.check({}));
  return (await shop.client.quality.report())?.findings ?? [];
}
const one = (all: readonly Finding[], code: FindingCode, column = ''): Finding | undefined =>
  all.find((finding) => finding.code === code && (column === '' || finding.column === column));

test('finds what is wrong, and says how much it touches', async () => {
  const all = await findings();
  const seen = (code: FindingCode, column = '') => {
    const found = one(all, code, column);
    return found && [found.severity, found.touches?.count, found.fix?.kind ?? null];
  };
  expect(seen('noKey', 'Customer')).toBeDefined();
  expect(one(all, 'noKey')?.args).toEqual({ count: 20, of: 200, share: 0.1 });
  expect(seen('badEmails')).toEqual(['should', 2, null]);
  expect(seen('letterCase', 'City')).toEqual(['should', 12, 'spelling']);
  expect(seen('impossibleBirth')).toEqual(['should', 1, 'step']);
  expect(seen('missing', 'Income')).toEqual(['know', 1, 'fill']);
  expect(seen('outliers', 'Income')).toEqual(['should', 1, 'cap']);
  expect(seen('samePersons')).toEqual(['should', 1, 'pairs']);
  expect(seen('noOrders')?.[0]).toBe('know');
  expect(one(all, 'badEmails')?.examples.every(({ word }) => word.includes('•'))).toBe(true);
});

test('a repair clears its finding, and undo brings the former report back at once', async () => {
  const before = await findings();
  const fix = one(before, 'letterCase')?.fix;
  if (fix?.kind !== 'spelling') throw new Error('no spelling to repair');
  const groups = fix.groups.map(([first, ...rest]) => ({
    into: first?.word ?? '',
    from: rest.map(({ word }) => word),
  }));
  const { sourceId, position } = fix;
  await shop.client.steps.add({ sourceId, step: { kind: 'mergeValues', position, groups } });
  expect((await shop.client.quality.report())?.stale).toBe(true);
  expect(one(await findings(), 'letterCase')).toBeUndefined();
  await shop.client.history.undo();
  const report = await shop.client.quality.report();
  expect([report?.stale, report?.findings]).toEqual([false, before]);
});

test('people are compared side by side, decided about, and the decision is undone', async () => {
  await findings();
  const masked = await shop.client.people.duplicates({ offset: 0, limit: 10 });
  const pair = masked?.pairs[0];
  expect([masked?.total, masked?.sameEmail, pair?.left.key, pair?.right.key]).toEqual([1, 1, 'K7', 'K8']);
  expect(pair?.reasons).toContain('email');
  expect(pair?.left.cells.every((cell) => cell === null || cell.includes('•'))).toBe(true);
  const open = await shop.client.people.duplicates({ offset: 0, limit: 10, reveal: true });
  expect(open?.pairs[0]?.left.cells).toContain('Serra Pol');
  await shop.client.people.acceptSameEmail();
  expect(one(await findings(), 'samePersons')?.severity).toBe('passed');
  expect((await shop.client.people.duplicates({ offset: 0, limit: 10 }))?.open).toBe(0);
  await shop.client.history.undo();
  expect((await shop.client.people.duplicates({ offset: 0, limit: 10 }))?.open).toBe(1);
});

test('a ledger total that differs must be looked at', async () => {
  await shop.client.quality.setLimits({ ledgerTotal: 1000 });
  expect(one(await findings(), 'ledger')?.severity).toBe('must');
  expect((await shop.client.project.current())?.steps.data).toBe('attention');
  await shop.client.history.undo();
  expect((await shop.client.project.current())?.steps.data).toBe('done');
});

test('a report that names a source as it was called before is out of date', async () => {
  await findings();
  await shop.client.sources.rename({ sourceId: 1, name: 'Club members' });
  expect((await shop.client.quality.report())?.stale).toBe(true);
  expect(one(await findings(), 'badEmails')?.source).toBe('Club members');
  await shop.client.history.undo();
  expect((await shop.client.quality.report())?.stale).toBe(false);
});

test('whoever is the same as the same is one person, whichever key was kept', async () => {
  const same = (kept: string, gone: string) =>
    shop.client.people.decide({ pairs: [{ kept, gone, verdict: 'same' }] });
  await same('K21', 'K23');
  await same('K22', 'K23');
  const card = await shop.client.customers.card({ key: 'K21' });
  expect([card.key, [...card.alsoKnownAs].sort()]).toEqual(['K22', ['K21', 'K23']]);
  await shop.client.history.undo();
  expect((await shop.client.customers.card({ key: 'K23' })).key).toBe('K21');
  await shop.client.history.undo();
});

test('of a column that is nearly empty nothing is filled in: it is left out of the analysis, and undo brings it back', async () => {
  const other = await startEngine();
  await other.project();
  const rows = Array.from({ length: 60 }, (_, n) => `K${n},${n < 2 ? 7 + n : ''},${n < 30 ? n : ''}`);
  await other.add('sparse.csv', ['Customer,Bonus,Points', ...rows, ''].join('\n'), {
    kind: 'customers',
    columns: { Bonus: { type: 'number', role: 'feature' }, Points: { type: 'number', role: 'feature' } },
  });
  const check = async (): Promise<readonly (readonly [string | null, string | undefined])[]> => {
    await other.finish(other.client.quality.check({}));
    const all = (await other.client.quality.report())?.findings ?? [];
    return all
      .filter(({ code, severity }) => code === 'missing' && severity !== 'passed')
      .map(({ column, fix }) => [column, fix?.kind] as const);
  };
  expect(await check()).toEqual([
    ['Bonus', 'leaveOut'],
    ['Points', 'fill'],
  ]);
  const [source] = await other.client.sources.list();
  const bonus = source?.fields.find(({ name }) => name === 'Bonus');
  await other.client.sources.setField({ fieldId: bonus?.id ?? 0, role: 'ignore' });
  expect(await check()).toEqual([['Points', 'fill']]);
  await other.client.history.undo();
  expect(await check()).toEqual([
    ['Bonus', 'leaveOut'],
    ['Points', 'fill'],
  ]);
  await other.close();
});

test('the analyst says which date confirms a profile, and undo takes it back', async () => {
  const other = await startEngine();
  await other.project();
  const rows = Array.from({ length: 40 }, (_, n) => `K${n},2025-0${1 + (n % 9)}-11,2023-0${1 + (n % 9)}-05`);
  await other.add('people.csv', ['Customer,Updated,Talked to', ...rows, ''].join('\n'), {
    kind: 'customers',
  });
  const basis = async (): Promise<readonly (string | undefined)[]> => {
    await other.finish(other.client.quality.check({}));
    const ages = (await other.client.quality.report())?.ages;
    return [ages?.basis, ages?.column];
  };
  expect(await basis()).toEqual(['confirmed', 'Updated']);
  await other.client.quality.setLimits({ confirmed: { sourceId: 1, position: 2 } });
  expect(await basis()).toEqual(['confirmed', 'Talked to']);
  await other.client.quality.setLimits({ confirmed: 'lastOrder' });
  expect(await basis()).toEqual([undefined, undefined]);
  await other.client.history.undo();
  await other.client.history.undo();
  expect(await basis()).toEqual(['confirmed', 'Updated']);
  await other.close();
});
