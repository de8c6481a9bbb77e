// Drafted personas: whole in English, lines in the other languages, and how support decides what is said.
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { PersonaDraft, type Persona, type PersonaPhrase } from '../../../shared/model/persona.ts';
import { draftPersona, type PersonaInput } from '../../../electron/engine/writing/personaDraft.ts';
import { recheckPersona } from '../../../electron/engine/writing/personaRecheck.ts';
import { measured, SHOP } from './evidence.ts';

const comfort = measured('Comfort first', 3.3, 3.4, -0.05, {
  unit: 'points',
  n: 412,
  indexLow: 94,
  indexHigh: 100.5,
});
const input: PersonaInput = {
  segment: { id: 4, customers: 1000 },
  evidence: [...SHOP.D, comfort],
  locale: 'en',
  seed: 4127,
  currency: 'EUR',
};
const texts = (draft: PersonaDraft) =>
  Object.fromEntries(
    draft.sections.map(({ section, phrases }) => [section, phrases.map(({ text }) => text)]),
  );
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/[\u00a0\u202f]/g, ' '));

describe('draftPersona', () => {
  it('writes a persona of lapsed customers', () => {
    const draft = draftPersona(input);
    expect(PersonaDraft.parse(draft)).toEqual(draft);
    expect({ ...draft, sections: texts(draft) }).toEqual({
      segmentId: 4,
      name: 'Tom',
      locale: 'en',
      portraitSeed: '4127:4',
      sections: {
        who: ['About 51 years old'],
        does: ['€178 per order, everyone €92', 'Has spent €640, everyone €466', 'Last order 10 months ago'],
        needs: ['To buy complete outfits at once', 'Service to match the spend', 'A reason to come back'],
        objections: ['“I have found somewhere else.”'],
        channels: ['Seldom the phone: 10%, everyone 58%'],
        message: ['What has changed since your last visit'],
      },
      quote: { text: '“I spend well here. I expect to be known.”', edited: false },
      leftOut: [{ text: 'Looks before comfort', evidence: [comfort] }],
      cannotSay: [
        'Gender: the name and the portrait are arbitrary.',
        'What they earn: no column says so.',
        'Why they buy and who they buy with: ask in an interview.',
      ],
    });
  });

  it.each<[Locale, string, readonly string[]]>([
    [
      'pt-BR',
      'Thiago',
      [
        '€ 178 por pedido; média geral: € 92',
        'Já gastou € 640; média geral: € 466',
        'Último pedido há 10 meses',
      ],
    ],
    [
      'ru',
      'Степан',
      [
        'Средний чек: 178 €, по всем: 92 €',
        'Сумма покупок: 640 €, в среднем по всем: 466 €',
        'Последний заказ: 10 месяцев назад',
      ],
    ],
    [
      'ca',
      'Pol',
      [
        '178 € per comanda; mitjana general: 92 €',
        'Ha gastat 640 €; mitjana general: 466 €',
        'Última comanda fa 10 mesos',
      ],
    ],
    [
      'es',
      'Sergio',
      [
        '178 € por pedido; media general: 92 €',
        'Ha gastado 640 €; media general: 466 €',
        'Último pedido hace 10 meses',
      ],
    ],
  ])('writes what they do in %s', (locale, name, does) => {
    const draft = draftPersona({ ...input, locale });
    expect(plain([draft.name, texts(draft).does])).toEqual([name, does]);
  });

  it('keeps the wording, the evidence and the id of a phrase together', () => {
    const age = SHOP.D[4];
    expect(draftPersona(input).sections[0]?.phrases).toEqual([
      {
        id: 'who:older:Age',
        text: 'About 51 years old',
        drafted: 'About 51 years old',
        edited: false,
        evidence: [age],
        support: 'firm',
      },
    ]);
  });

  it('marks as fading what the latest stretch no longer supports', () => {
    const recent = [measured('monetary', 480, 466, 0.1, { indexLow: 97, indexHigh: 109 })];
    const supports = draftPersona({ ...input, recent }).sections.flatMap(({ phrases }) =>
      phrases.map(({ id, support }) => [id, support]),
    );
    expect(supports.filter(([, support]) => support !== 'firm')).toEqual([
      ['does:bigSpender:monetary', 'fading'],
      ['needs:bigSpender:monetary', 'fading'],
    ]);
  });

  it('says that nothing can be said', () => {
    const draft = draftPersona({ ...input, evidence: [] });
    expect([texts(draft), draft.quote.text, draft.cannotSay]).toEqual([
      {
        who: [],
        does: [],
        needs: [],
        objections: [],
        channels: [],
        message: ['What is new, and worth a look'],
      },
      '“Tell me something I can use.”',
      [
        'Gender: the name and the portrait are arbitrary.',
        'How old they are: no column says so.',
        'What they earn: no column says so.',
        'Why they buy and who they buy with: ask in an interview.',
        'Nothing sets this segment apart clearly enough to be said.',
      ],
    ]);
  });

  it('tells on how many customers a partly filled column rests', () => {
    const draft = draftPersona({
      ...input,
      evidence: [measured('Follows trends', 3.5, 3.1, 0.4, { unit: 'points', n: 742 })],
    });
    expect(draft.cannotSay.at(-1)).toBe(
      'Follows trends is known for 742 of 1,000 customers; phrases on it rest on those.',
    );
  });

  it('reads units off the headers of own columns', () => {
    const evidence = [
      measured('Birth date', 39.4, 45, -0.9),
      measured('Distance to shop, km', 4.2, 11, -0.8),
      measured('Discount, %', 18.2, 9, 0.7),
      measured('Category: Kids', 0.55, 0.17, 1.3, { unit: 'share' }),
      measured('Category: Bags', 0.2, 0.1, 0.4, { unit: 'share' }),
      measured('Channel: store', 0.5, 0.3, 0.5, { unit: 'share' }),
      measured('Year_Birth', 1990, 1969, 1, { indexLow: 100.5, indexHigh: 101.6 }),
    ];
    const { who, does, channels } = texts(draftPersona({ ...input, evidence }));
    expect({ who, does, channels }).toEqual({
      who: ['About 39 years old', 'Lives about 4.2 km from a shop'],
      does: [
        'Buys for children: 55%, everyone 17%',
        'Year_Birth: 1,990, everyone 1,969',
        'Buys at a discount: 18%, everyone 9%',
        'Bags: 20%, everyone 10%',
      ],
      channels: ['The shop is close by', 'The shop: 50%, everyone 30%'],
    });
  });

  it('does not borrow a sentence that claims more than the column holds', () => {
    const evidence = [
      measured('Spending Score (1-100)', 82, 50, 1.3),
      measured('Kidhome', 0.9, 0.4, 1),
      measured('NumDealsPurchases', 3.2, 2.3, 0.5),
      measured('City', 0.01, 0.1, -0.4, { category: 'Olot' }),
    ];
    const draft = draftPersona({ ...input, evidence });
    expect([texts(draft).who, texts(draft).does, draft.leftOut]).toEqual([
      ['Kidhome: 0.9, everyone 0.4'],
      ['Spending Score (1-100): 82, everyone 50', 'NumDealsPurchases: 3.2, everyone 2.3'],
      [],
    ]);
  });

  it('says the strongest of several statements on one subject', () => {
    const evidence = [measured('tenure', 1500, 700, 1), measured('Joined', 1400, 700, 0.8, { unit: 'days' })];
    expect(texts(draftPersona({ ...input, evidence })).who).toEqual(['A customer for 4 years']);
  });

  it('gives each persona its own first name, the same for the same seed', () => {
    const takenNames: string[] = [];
    for (let id = 1; id <= 12; id++)
      takenNames.push(draftPersona({ ...input, segment: { id, customers: 10 }, takenNames }).name);
    expect(new Set(takenNames).size).toBe(12);
    expect(draftPersona(input)).toEqual(draftPersona({ ...input, evidence: [...input.evidence].reverse() }));
  });

  it('takes a first name from the list of a clear majority', () => {
    const women = [measured('Gender', 0.8, 0.5, 0.6, { category: 'F' })];
    const found = [1, 2, 3, 4, 5, 6].map(
      (id) => draftPersona({ ...input, segment: { id, customers: 10 }, evidence: women }).name,
    );
    const listed = [
      'Alice',
      'Emma',
      'Grace',
      'Hannah',
      'Julia',
      'Laura',
      'Megan',
      'Nora',
      'Rachel',
      'Sophie',
      'Tessa',
      'Zoe',
    ];
    expect(found.filter((name) => !listed.includes(name))).toEqual([]);
  });
});

describe('recheckPersona', () => {
  it('renews evidence and support and leaves the words alone', () => {
    const persona: Persona = { id: 1, ...draftPersona(input) };
    const age = measured('Age', 50, 36, 0.15, { indexLow: 99, indexHigh: 180 });
    const basket = measured('basket', 80, 92, -0.6);
    const again = recheckPersona(persona, [
      ...SHOP.D.filter(({ feature }) => feature !== 'Age' && feature !== 'basket' && feature !== 'recency'),
      age,
      basket,
    ]);
    const supports = again.sections.flatMap(({ phrases }) =>
      phrases.map(({ id, support }) => `${id} ${support}`),
    );
    expect(supports).toEqual([
      'who:older:Age fading',
      'does:largeBasket:basket weak',
      'does:bigSpender:monetary firm',
      'does:lapsed:recency weak',
      'needs:largeBasket:basket weak',
      'needs:bigSpender:monetary firm',
      'needs:lapsed:recency weak',
      'objections:lapsed:recency weak',
      'channels:mobileLess:Mobile share firm',
      'message:lapsed:recency weak',
    ]);
    expect(texts(again)).toEqual(texts(persona));
    expect(again.sections[0]?.phrases[0]?.evidence).toEqual([age]);
  });

  it('tells drafted figures that are no longer so, and nothing else', () => {
    const draft = draftPersona(input);
    const own = (phrase: PersonaPhrase): PersonaPhrase =>
      phrase.id === 'does:largeBasket:basket'
        ? { ...phrase, text: 'Spends 99 at once', edited: true }
        : phrase;
    const persona: Persona = {
      id: 1,
      ...draft,
      sections: draft.sections.map((part) => ({ ...part, phrases: part.phrases.map(own) })),
    };
    const former = (scale: number): readonly string[] =>
      recheckPersona(
        persona,
        SHOP.D.map((one) => ({ ...one, here: one.here * scale })),
      ).sections.flatMap(({ phrases }) => phrases.filter((one) => one.former).map(({ text }) => text));
    expect(former(1)).toEqual([]);
    expect(former(1.005)).toEqual([]);
    const told = former(1.2);
    expect(told.length).toBeGreaterThan(1);
    expect(told.filter((text) => !/\d/u.test(text))).toEqual([]);
    expect(told).not.toContain('Spends 99 at once');
  });
});
