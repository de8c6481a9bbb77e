import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskPersonal } from '../../../shared/model/maskPersonal.ts';

test('each kind of personal data keeps what says its kind, not whose it is', () => {
  expect([
    maskPersonal('marta.font@alba.es', 'email'),
    maskPersonal('Marta Font', 'name'),
    maskPersonal('+34 600 123 456', 'phone'),
    maskPersonal('12345678Z', 'nationalId'),
    maskPersonal('1983-08-26', 'birthDate'),
    maskPersonal('Carrer Major 5', 'street'),
    maskPersonal('not an address', 'email'),
    maskPersonal('Анна', null),
  ]).toEqual(['m•••@•••.es', 'M•••', '•••56', '•••8Z', '•••', 'C•••', 'n•••', 'А•••']);
});

test('no mask shows more than two letters of the local part of an address', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      const [local = ''] = email.split('@');
      expect(maskPersonal(email, 'email').split('@')[0]).toBe(`${local[0]}•••`);
    }),
    { seed: 1 },
  );
});
