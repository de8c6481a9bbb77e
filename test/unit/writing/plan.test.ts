// The playbook, the actions it proposes, and the plan's arithmetic to the cent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../shared/i18n/locale.ts';
import type { SegmentCharacter } from '../../../shared/model/playbook.ts';
import {
  actionFigures,
  combineRanges,
  planTotals,
  type PlanTerms,
} from '../../../electron/engine/writing/planArithmetic.ts';
import { parsePlaybook, proposeActions } from '../../../electron/engine/writing/proposeActions.ts';
import { retailPlaybook } from '../../../electron/engine/writing/retailPlaybook.ts';
import { characterOf } from '../../../electron/engine/writing/segmentCharacter.ts';
import { SHOP } from './evidence.ts';

const contactable = { email: 289, post: 202, phone: 0, sms: 90, inStore: 50 };
const characters = Object.values(SHOP).map((evidence, at) =>
  characterOf({
    segmentId: at + 1,
    name: 'ABCDE'[at] ?? '',
    customers: 400,
    contactable,
    averageBasketCents: 9_200,
    evidence,
  }),
);
const lapsed = characters[3] as SegmentCharacter;

describe('characterOf', () => {
  it('reads high and low from firm evidence', () => {
    expect(characters.map(({ traits }) => traits)).toEqual([
      { recency: 'low', frequency: 'high', mobile: 'high', kids: 'low', trend: 'high' },
      { recency: 'low', frequency: 'high', kids: 'high', discount: 'high', trend: 'low' },
      { recency: 'low', basket: 'low', discount: 'high', mobile: 'high', trend: 'high' },
      { recency: 'high', basket: 'high', value: 'high', mobile: 'low' },
      { recency: 'high', frequency: 'low', gift: 'high' },
    ]);
  });
});

describe('proposeActions', () => {
  it('chooses the most particular play for each segment', () => {
    const actions = proposeActions(characters, retailPlaybook(), {
      locale: 'en',
      currency: 'EUR',
      perSegment: 2,
    });
    expect(
      actions.map(({ segmentId, playId, objective, channel }) => [segmentId, playId, objective, channel]),
    ).toEqual([
      [1, 'trend-drop', 'grow', 'sms'],
      [1, 'keep-frequent', 'retain', 'email'],
      [2, 'next-size', 'grow', 'email'],
      [2, 'family-bundle', 'crossSell', 'email'],
      [3, 'trend-drop', 'grow', 'sms'],
      [3, 'fewer-discounts', 'reduceCost', 'email'],
      [4, 'win-back-valuable', 'winBack', 'post'],
      [4, 'win-back-large-basket', 'winBack', 'post'],
      [5, 'gift-reminder', 'crossSell', 'email'],
      [5, 'lapsed-light', 'winBack', 'email'],
    ]);
  });

  it('writes an action whole, with its numbers and where they come from', () => {
    expect(proposeActions([lapsed], retailPlaybook(), { locale: 'en', currency: 'EUR' })).toEqual([
      {
        segmentId: 4,
        playId: 'win-back-valuable',
        objective: 'winBack',
        offer: 'Private preview with a personal adviser',
        message: 'We kept your size',
        channel: 'post',
        rhythm: { contacts: 2, everyDays: 21, text: '2 contacts, every 21 days' },
        reach: 202,
        costPerContactCents: 130,
        fixedCostCents: 15_000,
        responseLow: 0.02,
        responseHigh: 0.06,
        marginShare: 0.45,
        averageBasketCents: 9_200,
        reason: 'Because: last order long ago, high spend',
        sources: {
          cost: 'Planning default: a usual price of one contact through this channel. Replace it with your own invoices.',
          rhythm: 'Planning default. Replace it with the rhythm your customers accept.',
          response:
            'Planning default, not measured on your customers. Replace it with the difference from a holdout of your own campaigns.',
          margin:
            'Planning default for clothing retail, after goods, shipping and the offer. Replace it with your own margin.',
        },
      },
    ]);
  });

  it.each([
    [
      'pt-BR',
      'Guardamos o seu tamanho',
      '2 contatos, a cada 21 dias',
      'Porque: último pedido há muito tempo, gasto alto',
    ],
    [
      'ru',
      'Мы отложили ваш размер',
      '2 контакта, раз в 21 день',
      'Основание: последний заказ давно, высокие траты',
    ],
    [
      'ca',
      'T’hem guardat la talla',
      '2 contactes, cada 21 dies',
      'Perquè: última comanda fa molt de temps, despesa alta',
    ],
    [
      'es',
      'Te hemos guardado la talla',
      '2 contactos, cada 21 días',
      'Porque: último pedido hace mucho, gasto alto',
    ],
  ] as const)('writes it in %s', (locale, message, rhythm, reason) => {
    const [action] = proposeActions([lapsed], retailPlaybook(), { locale, currency: 'BRL' });
    expect([action?.message, action?.rhythm.text, action?.reason, action?.costPerContactCents]).toEqual([
      message,
      rhythm,
      reason,
      390,
    ]);
  });

  it('costs by the average basket where the currency is not listed', () => {
    const [action] = proposeActions([lapsed], retailPlaybook(), { locale: 'en', currency: 'SEK' });
    expect([action?.costPerContactCents, action?.fixedCostCents]).toEqual([138, 0]);
  });

  it('takes the channel with most reach when none has enough', () => {
    const few = { ...lapsed, contactable: { email: 12, post: 3, phone: 20, sms: 0, inStore: 0 } };
    const [action] = proposeActions([few], retailPlaybook(), { locale: 'en', currency: 'EUR' });
    expect([action?.channel, action?.reach]).toEqual(['phone', 20]);
  });

  it('has an action for a segment of which nothing is known', () => {
    const [action] = proposeActions([{ ...lapsed, traits: {} }], retailPlaybook(), {
      locale: 'en',
      currency: 'EUR',
    });
    expect([action?.playId, action?.reason]).toEqual([
      'seasonal-note',
      'Nothing speaks for a more specific action',
    ]);
  });
});

describe('retail playbook', () => {
  it('is written in every language, each play with a different offer', () => {
    const { plays } = retailPlaybook();
    for (const locale of LOCALES)
      expect(new Set(plays.map(({ offer }) => offer[locale])).size).toBe(plays.length);
  });

  it('is refused when a number names no source, a text is missing or a range is turned round', () => {
    const good = retailPlaybook();
    const [first] = good.plays;
    const broken = [
      { ...good, sources: {} },
      { ...good, title: { ...good.title, ru: '' } },
      { ...good, plays: [{ ...first, response: { low: 0.5, high: 0.1, source: 'responseDefault' } }] },
      null,
    ];
    for (const content of broken)
      expect(() => parsePlaybook(content)).toThrow(expect.objectContaining({ code: 'PLAYBOOK-BROKEN' }));
  });
});

const terms: PlanTerms = {
  reach: 289,
  holdoutShare: 0.3,
  contactsEach: 2,
  costPerContactCents: 130,
  fixedCostCents: 15_000,
  responseLow: 0.02,
  responseHigh: 0.06,
  averageBasketCents: 17_850,
  marginShare: 0.45,
};

describe('actionFigures', () => {
  it('shows every term to the cent', () => {
    expect(actionFigures(terms)).toEqual({
      heldOut: 87,
      contacted: 202,
      contacts: 404,
      contactCostCents: 52_520,
      costCents: 67_520,
      extraOrders: { low: 4.04, high: 12.12 },
      revenueCents: { low: 72_114, high: 216_342 },
      marginCents: { low: 32_451, high: 97_354 },
      profitCents: { low: -35_069, high: 29_834 },
      roi: { low: -35_069 / 67_520, high: 29_834 / 67_520 },
      breakEvenResponse: 67_520 / (202 * 17_850 * 0.45),
    });
  });

  it('does not run where nobody can be contacted', () => {
    expect(actionFigures({ ...terms, reach: 0 })).toEqual({
      heldOut: 0,
      contacted: 0,
      contacts: 0,
      contactCostCents: 0,
      costCents: 0,
      extraOrders: { low: 0, high: 0 },
      revenueCents: { low: 0, high: 0 },
      marginCents: { low: 0, high: 0 },
      profitCents: { low: 0, high: 0 },
      roi: null,
      breakEvenResponse: null,
    });
  });

  it('pays for itself exactly at the break-even response', () => {
    const even = actionFigures(terms).breakEvenResponse ?? 0;
    const { profitCents } = actionFigures({ ...terms, responseLow: even, responseHigh: even });
    expect(Math.abs(profitCents.low)).toBeLessThanOrEqual(1);
  });
});

describe('planTotals', () => {
  it('adds costs and combines ranges as independent', () => {
    const figures = actionFigures(terms);
    const totals = planTotals([figures, figures]);
    const half = Math.sqrt(2) * ((216_342 - 72_114) / 2);
    expect({
      cost: totals.costCents,
      contacts: totals.contacts,
      revenue: totals.revenueCents,
      sum: totals.revenueSumCents,
    }).toEqual({
      cost: 135_040,
      contacts: 808,
      revenue: { low: Math.round(288_456 - half), high: Math.round(288_456 + half) },
      sum: { low: 144_228, high: 432_684 },
    });
    expect(totals.profitCents).toEqual({
      low: totals.marginCents.low - 135_040,
      high: totals.marginCents.high - 135_040,
    });
    expect(totals.roi).toEqual({
      low: totals.profitCents.low / 135_040,
      high: totals.profitCents.high / 135_040,
    });
  });

  it('is all zero for an empty plan', () => {
    const zero = { low: 0, high: 0 };
    expect(planTotals([])).toEqual({
      contacted: 0,
      contacts: 0,
      costCents: 0,
      extraOrders: zero,
      revenueCents: zero,
      marginCents: zero,
      profitCents: zero,
      roi: null,
      revenueSumCents: zero,
    });
  });
});

it('a combined range has the summed middle and is never wider than the sums', () => {
  const anyRange = fc.tuple(fc.nat(1e6), fc.nat(1e6)).map(([low, width]) => ({ low, high: low + width }));
  fc.assert(
    fc.property(fc.array(anyRange, { minLength: 1, maxLength: 9 }), (ranges) => {
      const total = combineRanges(ranges);
      const low = ranges.reduce((sum, range) => sum + range.low, 0);
      const high = ranges.reduce((sum, range) => sum + range.high, 0);
      expect(total.low + total.high).toBeCloseTo(low + high, 4);
      expect(total.low).toBeGreaterThanOrEqual(low - 1e-6);
      expect(total.high).toBeLessThanOrEqual(high + 1e-6);
    }),
    { seed: 1 },
  );
});
