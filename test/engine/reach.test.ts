// Who counts as reachable: an address that could be used, by the same rule as the quality report's.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CampaignAction } from '../../shared/model/campaign.ts';
import { ActionInput } from '../../shared/model/campaign.ts';
import { segmented, startEngine, TWO_SEGMENTS } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine;
beforeEach(async () => {
  one = await startEngine();
  await one.project();
});
afterEach(() => one.close());

const actionInput = ({ id: _id, sources: _told, figures: _figures, ...input }: CampaignAction): ActionInput =>
  ActionInput.parse(input);

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

test('where the data know of no contact a plan counts everyone and says that it is not known', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => `K-${100 + n},${n < 20 ? 20 : 60}`);
  await one.add('people.csv', `Customer,Age\n${rows.join('\n')}\n`, {
    kind: 'customers',
    columns: { Customer: AS_MAIL.columns.Customer, Age: AS_MAIL.columns.Age },
  });
  await segmented(one, { ...TWO_SEGMENTS, features: ['Age'] });
  await one.finish(one.client.campaigns.propose({ name: 'March', startDate: '2026-03-09' }));
  const [plan] = await one.client.campaigns.list();
  const remote = plan!.actions.filter(({ channel }) => channel !== 'inStore');
  expect(remote.length).toBeGreaterThan(0);
  expect(
    remote.map(({ figures: { customers, reach, reachAssumed } }) => [reach - customers, reachAssumed]),
  ).toEqual(remote.map(() => [0, true]));
  expect(plan!.totals.reachAssumed).toBe(true);
  const shop = { ...actionInput(plan!.actions[0]!), channel: 'inStore' as const };
  for (const { id } of plan!.actions) await one.client.campaigns.removeAction({ actionId: id });
  await one.client.campaigns.addAction({ campaignId: plan!.id, action: shop });
  const [met] = await one.client.campaigns.list();
  expect([met!.actions[0]!.figures.reachAssumed, met!.totals.reachAssumed]).toEqual([undefined, undefined]);
  await one.finish(
    one.client.exports.write({ what: 'audience.csv', target: await one.target('all.csv'), allowPii: false }),
  );
  const [, first] = readFileSync(one.path('all.csv'), 'utf8').split('\r\n');
  expect(first?.split(',').slice(2)).toEqual(['', '', '', '', 'yes']);
});
