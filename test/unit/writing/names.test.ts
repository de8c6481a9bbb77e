// Names of typical segments, whole, in all five languages; and that they are bound to firm evidence and unique.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../shared/i18n/locale.ts';
import { supportOf, type Evidence } from '../../../shared/model/evidence.ts';
import { nameSegments, suggestNames } from '../../../electron/engine/writing/names.ts';
import { measured, SHOP } from './evidence.ts';

const names = (
  evidence: readonly Evidence[],
  locale: Locale,
  taken: readonly string[] = [],
): readonly string[] => suggestNames(evidence, { taken }, locale).map(({ name }) => name);

const segments = Object.values(SHOP).map((evidence, at) => ({ id: at + 1, evidence }));

describe('nameSegments', () => {
  it.each<[Locale, readonly string[]]>([
    [
      'en',
      [
        'Active frequent buyers',
        'Frequent customers buying for children',
        'Young trend seekers',
        'Lapsed customers with large baskets',
        'One-time gift buyers',
      ],
    ],
    [
      'pt-BR',
      [
        'Clientes frequentes ativos',
        'Clientes frequentes que compram para crianças',
        'Clientes jovens que seguem tendências',
        'Clientes inativos de ticket alto',
        'Compradores de presentes de uma só compra',
      ],
    ],
    [
      'ru',
      [
        'Постоянные активные клиенты',
        'Постоянные клиенты, покупающие для детей',
        'Молодые клиенты с интересом к моде',
        'Спящие клиенты с высоким чеком',
        'Разовые покупатели подарков',
      ],
    ],
    [
      'ca',
      [
        'Clients habituals actius',
        'Clients habituals que compren per a nens',
        'Clients joves que segueixen les tendències',
        'Clients inactius de tiquet alt',
        'Compradors de regals d’una sola compra',
      ],
    ],
    [
      'es',
      [
        'Clientes habituales activos',
        'Clientes habituales que compran para niños',
        'Clientes jóvenes que siguen las tendencias',
        'Clientes inactivos de tique alto',
        'Compradores de regalos de una sola compra',
      ],
    ],
  ])('names the sample shop in %s', (locale, expected) => {
    expect(nameSegments(segments, locale).map(({ name }) => name)).toEqual(expected);
  });

  it('gives two alike segments different names, the stronger one first', () => {
    const weaker = [
      measured('recency', 300, 90, 0.8),
      measured('monetary', 700, 466, 0.9),
      measured('Age', 50, 36, 0.5),
    ];
    const stronger = [measured('recency', 310, 90, 1.2), measured('monetary', 900, 466, 1.3)];
    const named = nameSegments(
      [
        { id: 7, evidence: weaker },
        { id: 8, evidence: stronger },
      ],
      'en',
    );
    expect(named.map(({ id, name }) => [id, name])).toEqual([
      [7, 'Older big spenders'],
      [8, 'Lapsed big spenders'],
    ]);
  });

  it('numbers segments that nothing sets apart', () => {
    const nothing = [
      { id: 1, evidence: [] },
      { id: 2, evidence: [] },
      { id: 3, evidence: [] },
    ];
    expect(nameSegments(nothing, 'ru').map(({ name }) => name)).toEqual([
      'Клиенты со средними показателями',
      'Клиенты со средними показателями (2)',
      'Клиенты со средними показателями (3)',
    ]);
  });
});

describe('suggestNames', () => {
  it.each<[Locale, readonly string[]]>([
    [
      'en',
      [
        'Lapsed customers with large baskets',
        'Older customers with large baskets',
        'Lapsed big spenders',
        'Older big spenders',
        'Lapsed older customers',
      ],
    ],
    [
      'pt-BR',
      [
        'Clientes inativos de ticket alto',
        'Clientes mais velhos de ticket alto',
        'Clientes inativos de alto valor',
        'Clientes mais velhos de alto valor',
        'Clientes inativos mais velhos',
      ],
    ],
    [
      'ru',
      [
        'Спящие клиенты с высоким чеком',
        'Клиенты с высоким чеком, старшего возраста',
        'Спящие крупные покупатели',
        'Крупные покупатели старшего возраста',
        'Спящие клиенты старшего возраста',
      ],
    ],
    [
      'ca',
      [
        'Clients inactius de tiquet alt',
        'Clients més grans de tiquet alt',
        'Clients inactius d’alt valor',
        'Clients més grans d’alt valor',
        'Clients inactius més grans',
      ],
    ],
    [
      'es',
      [
        'Clientes inactivos de tique alto',
        'Clientes mayores de tique alto',
        'Clientes inactivos de alto valor',
        'Clientes mayores de alto valor',
        'Clientes inactivos mayores',
      ],
    ],
  ])('offers five names in %s', (locale, expected) => {
    expect(names(SHOP.D, locale)).toEqual(expected);
  });

  it.each<[Locale, readonly string[]]>([
    [
      'en',
      [
        'High petal_length, low sepal_width',
        'Customers from Olot, mostly women',
        'Big spenders with a high income',
      ],
    ],
    [
      'pt-BR',
      [
        'Petal_length acima, sepal_width abaixo da média',
        'Clientes de Olot, na maioria mulheres',
        'Clientes de alto valor, de renda alta',
      ],
    ],
    [
      'ru',
      [
        'Petal_length выше, sepal_width ниже среднего',
        'Клиенты из г. Olot, в основном женщины',
        'Крупные покупатели с высоким доходом',
      ],
    ],
    [
      'ca',
      [
        'Petal_length per sobre, sepal_width per sota de la mitjana',
        'Clients d’Olot, sobretot dones',
        'Clients d’alt valor, de renda alta',
      ],
    ],
    [
      'es',
      [
        'Petal_length por encima, sepal_width por debajo de la media',
        'Clientes de Olot, sobre todo mujeres',
        'Clientes de alto valor, de renta alta',
      ],
    ],
  ])('names own columns, places and incomes in %s', (locale, expected) => {
    const flowers = [measured('petal_length', 5.5, 3.7, 1.2), measured('sepal_width', 2, 3, -0.9)];
    const town = [
      measured('City', 0.6, 0.2, 0.8, { category: 'Olot' }),
      measured('Gender', 0.9, 0.5, 0.7, { category: 'F' }),
    ];
    const mall = [
      measured('Spending Score (1-100)', 82, 50, 1.3),
      measured('Annual Income (k$)', 86, 60, 1.2),
    ];
    expect([flowers, town, mall].map((evidence) => names(evidence, locale)[0])).toEqual(expected);
  });

  it('binds each name to its evidence and scores the best first', () => {
    const [frequency, gift] = [SHOP.E[1], SHOP.E[2]];
    expect(suggestNames(SHOP.E, { taken: [] }, 'en')[0]).toEqual({
      name: 'One-time gift buyers',
      evidence: [frequency, gift],
      score: 2.79,
    });
  });

  it('passes over what is not firm: too few customers, too small, or unclear', () => {
    const weak = [
      measured('recency', 290, 90, 1.1, { n: 29 }),
      measured('monetary', 640, 466, 0.19),
      measured('basket', 178, 92, 0.8, { indexLow: 99, indexHigh: 290 }),
      measured('Visits', 3, 0, 0.9, { index: null, indexLow: null, indexHigh: null, pAdjusted: 0.2 }),
    ];
    expect(names(weak, 'en')).toEqual(['Average customers']);
  });

  it('calls fewer than 30 customers a small group, not average: nothing can be said of them', () => {
    const few = [measured('recency', 290, 90, 1.1, { n: 22 }), measured('basket', 178, 92, 0.8, { n: 20 })];
    expect(names(few, 'en')).toEqual(['A small group']);
    expect(names(few, 'ru')).toEqual(['Небольшая группа']);
  });

  it('takes a further differentiator when every short name is taken', () => {
    const taken = names(SHOP.E, 'en');
    const all = [
      ...taken,
      ...names(SHOP.E, 'en', taken),
      ...names(SHOP.E, 'en', [...taken, ...names(SHOP.E, 'en', taken)]),
    ];
    const rest = names(SHOP.E, 'en', [...new Set(all)]);
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.filter((name) => all.includes(name))).toEqual([]);
  });

  it('does not call a pause of six weeks lapsed', () => {
    expect(names([measured('recency', 45, 30, 0.8)], 'en')).toEqual(['High days since the last order']);
  });
});

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    feature: fc.constantFrom(
      'recency',
      'frequency',
      'monetary',
      'basket',
      'Age',
      'Kids',
      'City',
      'constructor',
      'x{y}',
      '  a',
    ),
    here: fc.double({ min: 0.01, max: 1000, noNaN: true }),
    all: fc.double({ min: 0.01, max: 1000, noNaN: true }),
    d: fc.double({ min: -3, max: 3, noNaN: true }),
    n: fc.integer({ min: 0, max: 5000 }),
  })
  .map(({ feature, here, all, d, n }) =>
    measured(feature, here, all, d, feature === 'City' ? { n, category: 'L’Hospitalet' } : { n }),
  );

it('always gives different names, on firm evidence only', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyEvidence, { maxLength: 8 }), { maxLength: 7 }),
      fc.constantFrom(...LOCALES),
      (lists, locale) => {
        const named = nameSegments(
          lists.map((evidence, id) => ({ id, evidence })),
          locale,
        );
        expect(new Set(named.map(({ name }) => name)).size).toBe(lists.length);
        expect(named.every(({ name }) => name.trim() === name && name.length > 0)).toBe(true);
        const used = named.flatMap(({ suggestions }) => suggestions.flatMap(({ evidence }) => evidence));
        expect(used.every((evidence) => supportOf(evidence) === 'firm')).toBe(true);
      },
    ),
    { seed: 1, numRuns: 150 },
  );
});
