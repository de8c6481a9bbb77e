// Which customers are the same person: keys, names, and precision and recall on generated people with known truth.
import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { compareNames, jaroWinkler } from '../../../electron/engine/analysis/people/compareNames.ts';
import { findPairs } from '../../../electron/engine/analysis/people/findPairs.ts';
import {
  comparableEmail,
  comparablePhone,
  comparableStreet,
  nameTokens,
} from '../../../electron/engine/analysis/people/personText.ts';
import { contactFaultOf } from '../../../electron/engine/files/values/contactFault.ts';
import { duplicatedPeople, scoreOf } from '../../support/duplicatedPeople.ts';

describe('comparable details', () => {
  test('addresses and numbers', () => {
    expect(comparableEmail(' Marta.Vila+shop@GMAIL.com')).toBe('martavila@gmail.com');
    expect(comparableEmail('Marta.Vila@shop.invalid')).toBe('marta.vila@shop.invalid');
    expect([comparableEmail('nobody'), comparableEmail('')]).toEqual(['', '']);
    expect(comparablePhone('+34 612 34 56 78')).toBe(comparablePhone('612345678'));
    expect(comparablePhone('8 (912) 345-67-89')).toBe(comparablePhone('+7 912 345 67 89'));
    expect([comparablePhone('12345'), comparablePhone('000000000')]).toEqual(['', '']);
    expect(comparableStreet('C/ Major, 12')).toBe(comparableStreet('carrer major 12'));
    expect(comparableStreet('ул. Ленина, д. 5')).toBe(comparableStreet('Ленина 5'));
  });

  test('names: order, particles, patronymics, second surnames, initials, slips', () => {
    const compare = (one: string, two: string) => compareNames(nameTokens(one), nameTokens(two));
    expect(compare('María de la Cruz', 'CRUZ, Maria')).toBe('same');
    expect(compare('Иванов Пётр Сергеевич', 'Петр Иванов')).toBe('compatible');
    expect(compare('Ana García López', 'Ana Garcia')).toBe('compatible');
    expect(compare('J. Pereira', 'João Pereira')).toBe('compatible');
    expect(compare('Catherine Moreau', 'Katherine Moreau')).toBe('different');
    expect(compare('Gonzalez Ruben', 'Gonzales Ruben')).toBe('compatible');
    expect(compare('Ana', 'Ana García')).toBe('unknown');
    expect(compare('', 'Ana')).toBe('unknown');
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect([jaroWinkler('', ''), jaroWinkler('a', 'b')]).toEqual([1, 0]);
  });

  test('why an address cannot be used', () => {
    expect(
      ['a@b.cat', 'a.b.cat', 'a@@b.cat', 'a b@c.cat', 'a@b', 'a@b.cat; c@d.cat'].map((text) =>
        contactFaultOf({ pii: 'email' })?.(text),
      ),
    ).toEqual([null, 'noAt', 'twoAts', 'spaces', 'noDomain', 'several']);
    expect(
      ['612345678', '12345', '612a345678', '11111111', '1234567890123456'].map((text) =>
        contactFaultOf({ pii: 'phone' })?.(text),
      ),
    ).toEqual([null, 'tooShort', 'letters', 'oneDigit', 'tooLong']);
  });
});

describe('pairs', () => {
  test('nobody, one, and a couple that shares an address', () => {
    const none = { emails: [], phones: [], names: [], births: new Float64Array(0), streets: [] };
    expect(runToEnd(findPairs(none))).toEqual([]);
    const couple = {
      emails: ['home@shop.invalid', 'home@shop.invalid'],
      phones: ['', ''],
      names: [nameTokens('Ana Vila'), nameTokens('Pol Serra')],
      births: Float64Array.from([7000, 3000]),
      streets: ['', ''],
    };
    const pairs = runToEnd(findPairs(couple));
    expect(pairs.map(({ reasons }) => reasons)).toEqual([['email', 'nameDiffers', 'birthDiffers']]);
  });

  test.each([200, 2000])('precision and recall among %i generated people', (n) => {
    const { people, truth } = duplicatedPeople(n, 4127);
    const { precision, recall } = scoreOf(runToEnd(findPairs(people)), truth, 0.9);
    console.log(`${n} people: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBeGreaterThan(0.8);
  });
});
