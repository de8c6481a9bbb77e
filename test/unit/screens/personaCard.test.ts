// The card's evidence: one numbered row per statement, and the same portrait from the same seed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence, Support } from '../../../shared/model/evidence.ts';
import type { Persona } from '../../../shared/model/persona.ts';
import { evidenceRows, fadingPhrases, ownWordings } from '../../../renderer/screens/personas/evidenceRows.ts';
import { axisTicks } from '../../../renderer/screens/personas/indexTicks.ts';
import { portraitTraits } from '../../../renderer/screens/personas/portrait/traits.ts';

const evidence = (feature: string, category?: string): Evidence => ({
  feature,
  label: feature,
  kind: category === undefined ? 'mean' : 'share',
  here: 2,
  all: 1,
  unit: 'none',
  index: 200,
  indexLow: 180,
  indexHigh: 220,
  d: 0.8,
  n: 100,
  pAdjusted: 0.001,
  ...(category === undefined ? {} : { category }),
});

const phrase = (id: string, rests: readonly Evidence[], support: Support = 'firm', own?: string) => ({
  id,
  text: own ?? id,
  drafted: id,
  edited: own !== undefined,
  evidence: [...rests],
  support,
});

const PERSONA: Persona = {
  id: 1,
  segmentId: 1,
  name: 'Marta',
  locale: 'en',
  portraitSeed: '4127:1',
  sections: [
    {
      section: 'who',
      phrases: [phrase('near', [evidence('distance')]), phrase('city', [evidence('City', 'Vic')])],
    },
    { section: 'channels', phrases: [phrase('shop', [evidence('distance')], 'fading', 'The shop')] },
    { section: 'message', phrases: [phrase('both', [evidence('City', 'Reus'), evidence('distance')])] },
  ],
  quote: { text: '“Mine.”', edited: true },
  leftOut: [],
  cannotSay: [],
};

test('one row per statement, in the order of the card, with the weakest support', () => {
  const rows = evidenceRows(PERSONA).map(({ number, key, support, phraseIds }) => [
    number,
    key,
    support,
    phraseIds.join(),
  ]);
  expect(rows).toEqual([
    [1, 'distance', 'fading', 'near,shop,both'],
    [2, 'City\nVic', 'firm', 'city'],
    [3, 'City\nReus', 'firm', 'both'],
  ]);
});

test('what fades and what is the analyst’s own', () => {
  expect(fadingPhrases(PERSONA).map(({ id }) => id)).toEqual(['shop']);
  expect(ownWordings(PERSONA)).toBe(2);
});

test('axis ticks stand inside the width, in order, and apart', () => {
  const ends = fc.tuple(
    fc.double({ min: 5, max: 90, noNaN: true }),
    fc.double({ min: 130, max: 2000, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, ([low, high]) => {
      const ticks = axisTicks({ low, high }, 112);
      expect(ticks.some(({ tick }) => tick === 100)).toBe(true);
      expect(ticks.every(({ xPx }) => xPx >= 6 && xPx <= 106)).toBe(true);
      expect(ticks.every(({ xPx }, at) => at === 0 || xPx - (ticks[at - 1]?.xPx ?? 0) >= 24)).toBe(true);
    }),
    { seed: 1 },
  );
});

test('a seed always gives the same portrait; seeds differ', () => {
  expect(portraitTraits('4127:1')).toEqual(portraitTraits('4127:1'));
  const looks = Array.from({ length: 50 }, (_, at) => JSON.stringify(portraitTraits(`4127:${at}`)));
  expect(new Set(looks).size).toBeGreaterThan(45);
});
