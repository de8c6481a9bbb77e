import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingAt, travelTo } from '../../../renderer/app/history/travel.ts';
import type { HistoryEntry } from '../../../shared/model/project.ts';

/** Decisions newest first, the newest `undone` of them taken back. */
const decisions = (count: number, undone: number): HistoryEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    id: count - index,
    label: 'segments.rename',
    detail: '',
    at: '2025-11-03T14:32:00Z',
    undone: index < undone,
  }));

test('going back undoes, going forward redoes, staying does nothing', () => {
  const entries = decisions(5, 2); // ids 5 and 4 are undone, 3 stands
  expect([5, 4, 3, 2, null].map((id) => travelTo(entries, id))).toEqual([
    { direction: 'redo', steps: 2 },
    { direction: 'redo', steps: 1 },
    { direction: 'undo', steps: 0 },
    { direction: 'undo', steps: 1 },
    { direction: 'undo', steps: 3 },
  ]);
});

test('a decision that the list no longer holds is no destination', () => {
  expect(travelTo(decisions(3, 0), 99)).toEqual({ direction: 'undo', steps: 0 });
});

test('after the steps the chosen decision is the newest that stands', () => {
  const cases = fc.nat(12).chain((count) => fc.tuple(fc.constant(count), fc.nat(count), fc.nat(count)));
  fc.assert(
    fc.property(cases, ([count, undone, wanted]) => {
      const { direction, steps } = travelTo(decisions(count, undone), wanted === 0 ? null : wanted);
      const after = decisions(count, undone + (direction === 'undo' ? steps : -steps));
      expect(after[standingAt(after)]?.id ?? 0).toBe(wanted);
    }),
    { seed: 1 },
  );
});
