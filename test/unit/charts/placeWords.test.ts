import { expect, test } from 'vitest';
import { placeWords } from '../../../renderer/charts/placeWords.ts';

const base = { wordsPx: 100, widthPx: 400 };

test('words stand between the bars and a line far to the right', () => {
  expect(placeWords({ ...base, fromPx: 20, toPx: 60, observedPx: 380 })).toEqual({ x: 70, anchor: 'start' });
});

test('words stand left of the bars when the line is left of them', () => {
  expect(placeWords({ ...base, fromPx: 330, toPx: 380, observedPx: 30 })).toEqual({ x: 320, anchor: 'end' });
});

test('words leave the drawing when the bars fill it, or the line cuts the only room', () => {
  expect(placeWords({ ...base, fromPx: 20, toPx: 380, observedPx: 200 })).toBeNull();
  expect(placeWords({ ...base, fromPx: 20, toPx: 250, observedPx: 300 })).toBeNull();
});
