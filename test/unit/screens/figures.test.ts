// Figures as they are written: what rounds to zero has no sign, and the minus is a true one.
import { expect, test } from 'vitest';
import { figuresOf } from '../../../renderer/ui/figures.ts';

test('no negative zero', () => {
  const { decimal, signed, share, money, count } = figuresOf('en');
  expect([
    decimal(-0.001),
    signed(-0.04),
    share(-0.0004),
    money(-0.3, 'EUR'),
    count(-0),
    decimal(-0.006),
    signed(-0.06),
    signed(0.06),
    money(-3, 'EUR'),
  ]).toEqual(['0.00', '0.0', '0.0%', '€0', '0', '−0.01', '−0.1', '+0.1', '−€3']);
});
