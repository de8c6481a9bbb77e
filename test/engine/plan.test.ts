// Personas, campaign plans and what leaves the project, over the hand-made shop with one customer key that looks like
// a formula.
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import { EXPORTS } from '../../shared/contract/plan.ts';
import type { Campaign } from '../../shared/model/campaign.ts';
import type { PersonaPhrase } from '../../shared/model/persona.ts';
import { hashOf } from '../support/engineDump.ts';
import { refusalOf, refused, segmented, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { CUSTOMERS, customersCsv, keyOf, ordersCsv } from '../support/engineData.ts';

const FORMULA = '=HYPERLINK(1)';
const LOYAL = 2;

let shop: TestEngine;
beforeAll(async () => {
  shop = await startEngine();
  await shop.project();
  await shop.add('customers.csv', customersCsv().replaceAll('K001', FORMULA));
  await shop.add('orders.csv', ordersCsv().replaceAll('K001', FORMULA));
  await segmented(shop);
  await shop.finish(shop.client.personas.draft({}));
  await shop.finish(shop.client.campaigns.propose({ name: 'Spring', startDate: '2026-04-01' }));
});
afterAll(() => shop.close());

type Personas = OutputOf<'personas.list'>;
const phrasesOf = (personas: Personas, at: number): PersonaPhrase[] =>
  personas[at]?.sections.flatMap((part) => part.phrases) ?? [];

describe('personas', () => {
  test('every phrase rests on evidence of its segment, and says no more than it', async () => {
    const personas = await shop.client.personas.list();
    const segments = await shop.client.segments.list({});
    expect(personas.map(({ segmentId }) => segmentId)).toEqual(segments.map(({ id }) => id));
    for (const [at, { segmentId }] of personas.entries()) {
      const { evidence } = await shop.client.segments.get({ segmentId });
      const phrases = phrasesOf(personas, at);
      expect(phrases.length).toBeGreaterThan(2);
      for (const phrase of phrases) {
        expect([phrase.text, phrase.edited]).toEqual([phrase.drafted, false]);
        for (const one of phrase.evidence)
          expect(evidence.map(({ label: _, ...rest }) => rest)).toContainEqual(
            (({ label: _, ...rest }) => rest)(one),
          );
      }
    }
  });

  test('an edited phrase is the own wording; emptied, it is the drafted one again', async () => {
    const [phrase] = phrasesOf(await shop.client.personas.list(), 1);
    const edit = async (text: string) => {
      await shop.client.personas.editPhrase({ personaId: 2, phraseId: phrase?.id ?? '', text });
      return phrasesOf(await shop.client.personas.list(), 1)[0];
    };
    expect(await edit('  Knows us by name ')).toEqual({ ...phrase, text: 'Knows us by name', edited: true });
    expect(await edit('   ')).toEqual(phrase);
    expect(await edit(phrase?.drafted ?? '')).toEqual(phrase);
  });

  test('drafting one again leaves the other; undo brings the edits back', async () => {
    const { client } = shop;
    await client.personas.rename({ personaId: 1, name: 'Own name' });
    const before = await client.personas.list();
    await shop.finish(client.personas.draft({ segmentId: 1 }));
    const after = await client.personas.list();
    expect(after[1]).toEqual(before[1]);
    expect(after[0]?.name).not.toBe('Own name');
    expect(after[0]?.name).not.toBe(after[1]?.name);
    await client.history.undo();
    expect(await client.personas.list()).toEqual(before);
  });
});

const planOf = async (): Promise<Campaign> => (await shop.client.campaigns.list())[0] as Campaign;

describe('campaigns', () => {
  const action = {
    segmentId: LOYAL,
    objective: 'retain',
    offer: 'Tea',
    message: 'Friday',
    channel: 'email',
    startDate: '2026-05-01',
    endDate: '2026-05-31',
    contacts: 3,
    costPerContactCents: 4.5,
    fixedCostCents: 2000,
    responseLow: 0.05,
    responseHigh: 0.15,
    averageBasketCents: 12_050,
    margin: 0.35,
  } as const;

  test('reach counts those with an address who consented, and nobody by a channel without any address', async () => {
    const loyal = Array.from({ length: 40 }, (_, at) => at + 1);
    const reached = loyal.filter((n) => n % 4 !== 0 && n % 10 !== 0).length;
    const { reachable } = await shop.client.segments.get({ segmentId: LOYAL });
    expect([reached, reachable]).toEqual([28, 28]);
    for (const [channel, reach] of [
      ['email', 28],
      ['post', 0],
      ['phone', 0],
      ['sms', 0],
      ['inStore', 40],
    ] as const) {
      await shop.client.campaigns.addAction({ campaignId: 1, action: { ...action, channel } });
      expect((await planOf()).actions.at(-1)?.figures).toMatchObject({ customers: 40, reach });
      await shop.client.history.undo();
    }
  });

  test('figures to the cent, for an action and for the plan', async () => {
    const { client } = shop;
    for (const { id } of (await planOf()).actions) await client.campaigns.removeAction({ actionId: id });
    await client.campaigns.addAction({ campaignId: 1, action });
    await client.campaigns.addAction({
      campaignId: 1,
      action: { ...action, segmentId: 1, channel: 'inStore', contacts: 1 },
    });
    const { actions, totals } = await planOf();
    // 28 people, 84 contacts at 4.5 c = 3.78 €, and 20 €. Orders 1.4 to 4.2 of 120.50 €; 35 % of that is margin.
    expect(actions[0]?.figures).toEqual({
      customers: 40,
      reach: 28,
      contactsSent: 84,
      costCents: 2378,
      ordersLow: 28 * 0.05,
      ordersHigh: 28 * 0.15,
      revenueLowCents: 16_870,
      revenueHighCents: 50_610,
      marginLowCents: 5905, // 5904.5 rounded half up
      marginHighCents: 17_714, // 17713.5
      roiLow: (5905 - 2378) / 2378,
      roiHigh: (17_714 - 2378) / 2378,
      breakEvenResponse: 2378 / (28 * 12_050 * 0.35),
    });
    // 40 people, 40 talks at 4.5 c = 1.80 €, and 20 €. Orders 2 to 6.
    expect(actions[1]?.figures).toEqual({
      customers: 40,
      reach: 40,
      contactsSent: 40,
      costCents: 2180,
      ordersLow: 2,
      ordersHigh: 6,
      revenueLowCents: 24_100,
      revenueHighCents: 72_300,
      marginLowCents: 8435,
      marginHighCents: 25_305,
      roiLow: (8435 - 2180) / 2180,
      roiHigh: (25_305 - 2180) / 2180,
      breakEvenResponse: 2180 / (40 * 12_050 * 0.35),
    });
    // Middles are added; half widths as the root of the sum of squares.
    const middle = (16_870 + 50_610 + 24_100 + 72_300) / 2;
    const half = Math.hypot((50_610 - 16_870) / 2, (72_300 - 24_100) / 2);
    expect(totals).toMatchObject({ customers: 80, reach: 68, contactsSent: 124, costCents: 4558 });
    expect(Math.abs(totals.revenueLowCents - (middle - half))).toBeLessThanOrEqual(1);
    expect(Math.abs(totals.revenueHighCents - (middle + half))).toBeLessThanOrEqual(1);
  });

  test('an edit is checked as a whole and can be undone', async () => {
    const { client } = shop;
    const before = await planOf();
    const actionId = before.actions[0]?.id ?? 0;
    const late = client.campaigns.updateAction({ actionId, change: { startDate: '2026-06-01' } });
    expect(await refusalOf(late)).toEqual(refused('INPUT-INVALID'));
    const wild = client.campaigns.updateAction({ actionId, change: { responseLow: 0.2 } });
    expect(await refusalOf(wild)).toEqual(refused('INPUT-INVALID'));
    expect(await planOf()).toEqual(before);
    await client.campaigns.updateAction({ actionId, change: { contacts: 1 } });
    expect((await planOf()).actions[0]?.figures.costCents).toBe(126 + 2000);
    await client.history.undo();
    expect(await planOf()).toEqual(before);
  });

  test('without segments in use nobody is reached and nothing is spent', async () => {
    const { client } = shop;
    await client.segmentations.remove({ segmentationId: 1 });
    const { totals } = await planOf();
    expect([totals.customers, totals.reach, totals.costCents, totals.revenueHighCents]).toEqual([0, 0, 0, 0]);
    await client.history.undo();
    expect((await planOf()).totals.costCents).toBe(4558);
  });
});

describe('exports', () => {
  type Kind = (typeof EXPORTS)[number];
  async function written(
    what: Kind,
    more: Partial<Pick<InputOf<'exports.write'>, 'segmentId' | 'allowPii' | 'belonging'>> = {},
  ): Promise<Buffer> {
    const target = await shop.target(what);
    const result = await shop.finish(shop.client.exports.write({ what, target, ...more }));
    const bytes = readFileSync(shop.path(what));
    expect(result).toEqual({ bytes: bytes.length });
    expect(existsSync(`${shop.path(what)}.part`)).toBe(false);
    return bytes;
  }
  /** Lines of a CSV without quoted cells. */
  const linesOf = (csv: Buffer): string[] =>
    csv
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');

  test('each kind is a file of its kind', async () => {
    const starts = new Map<Kind, string>();
    for (const what of EXPORTS)
      starts.set(what, (await written(what)).toString('latin1').trimStart().slice(0, 15));
    expect(starts.get('plan.xlsx')?.slice(0, 2)).toBe('PK');
    expect(starts.get('plan.html')?.toLowerCase()).toBe('<!doctype html>');
    for (const what of ['segments.json', 'personas.json', 'plan.json'] as const)
      expect(starts.get(what)?.[0]).toBe('{');
    const { handle } = await shop.engine.registerFile(shop.path('plan.xlsx'));
    const { settings, sheets } = await shop.client.sources.inspect({ file: handle, overrides: {} });
    expect(settings.format).toBe('xlsx');
    expect(sheets.length).toBeGreaterThan(1);
  });

  test('the JSON files hold what the lists say', async () => {
    const { client } = shop;
    const parsed = async (what: Kind): Promise<unknown> => JSON.parse((await written(what)).toString('utf8'));
    expect(await parsed('segments.json')).toMatchObject({ segments: await client.segments.list({}) });
    expect(await parsed('personas.json')).toMatchObject({ personas: await client.personas.list() });
    expect(await parsed('plan.json')).toMatchObject({ campaigns: await client.campaigns.list() });
  });

  test('an audience names every customer once, without PII, and no key is a formula', async () => {
    const lines = linesOf(await written('audience.csv'));
    const keys = Array.from({ length: CUSTOMERS }, (_, at) => (at === 0 ? `'${FORMULA}` : keyOf(at + 1)));
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(keys);
    expect(lines.join()).not.toContain('@');
    const [, name] = (await shop.client.segments.list({})).map((segment) => segment.name);
    expect([lines[1], lines[4]]).toEqual([
      `'${FORMULA},${name},yes,no,no,no,yes`,
      `K004,${name},no,no,no,no,yes`, // no consent for e-mail
    ]);
  });

  test('PII goes along only when it is allowed; a segment can be picked', async () => {
    const lines = linesOf(await written('audience.csv', { allowPii: true, segmentId: LOYAL }));
    expect(lines).toHaveLength(41);
    expect([lines[0]?.split(',').at(-1), lines[2]?.split(',').at(-1), lines[10]?.split(',').at(-1)]).toEqual([
      'E-mail',
      'k2@shop.invalid',
      '', // K010 has none
    ]);
  });

  test('an audience says how firmly each customer belongs, when asked', async () => {
    const [header, ...lines] = linesOf(await written('audience.csv', { belonging: true }));
    expect(header?.split(',').slice(2, 7)).toEqual([
      'Next segment',
      'Silhouette',
      'Margin',
      'Distance to centre',
      'Distance to the next centre',
    ]);
    const told = lines.map((line) => line.split(','));
    const segments = await shop.client.segments.list({});
    const names = segments.map(({ name }) => name);
    for (const [, own, next, , margin, distance, second] of told) {
      expect(names.filter((name) => name !== own)).toEqual([next]);
      const [near, far] = [Number(distance), Number(second)];
      if (second !== '') expect((far - near) / Math.max(far, near)).toBeCloseTo(Number(margin), 4);
    }
    const [segment] = segments;
    const { customers } = await shop.client.segments.border({
      segmentId: segment!.id,
      sort: 'silhouette',
      descending: false,
      offset: 0,
      limit: 200,
    });
    const silhouettes = new Map(
      told.map(([key = '', , , silhouette]) => [key.replace(/^'/u, ''), Number(silhouette)]),
    );
    for (const { key, silhouette } of customers) expect(silhouettes.get(key)).toBeCloseTo(silhouette!, 5);
  });

  test('a personal column never leaves through segments, personas or the plan', async () => {
    for (const what of EXPORTS.filter((kind) => kind !== 'audience.csv')) {
      const text = (await written(what)).toString('latin1');
      expect([what, text.includes('shop.invalid')]).toEqual([what, false]);
    }
  });

  test('the project itself is never a target', async () => {
    const path = shop.path('Shop.clientela');
    const before = hashOf(path);
    for (const name of ['Shop.clientela', 'Shop.clientela-wal', 'missing/plan.html']) {
      const target = await shop.target(name);
      const job = await shop.watch.ended(
        (await shop.client.exports.write({ what: 'plan.html', target })).jobId,
      );
      expect([job.state, job.error?.code]).toEqual(['failed', 'EXPORT-TARGET']);
    }
    expect(hashOf(path)).toBe(before);
  });
});
