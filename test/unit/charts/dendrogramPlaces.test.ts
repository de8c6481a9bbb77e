import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cutHeight,
  dendrogramPlaces,
  type DendrogramMerge,
} from '../../../renderer/charts/dendrogramPlaces.ts';

/** 1 and 3 join, then 0 with 2, then both. */
const MERGES: readonly DendrogramMerge[] = [
  { a: 3, b: 1, height: 1 },
  { a: 0, b: 2, height: 4 },
  { a: 4, b: 5, height: 10 },
];

test('leaves stand in the order of the tree, and every bar above the middles of what it joins', () => {
  expect(dendrogramPlaces(4, MERGES)).toEqual({
    leaves: [3, 1, 0, 2],
    brackets: [
      { left: 0, right: 1, leftFoot: 0, rightFoot: 0, height: 1 },
      { left: 2, right: 3, leftFoot: 0, rightFoot: 0, height: 4 },
      { left: 0.5, right: 2.5, leftFoot: 1, rightFoot: 4, height: 10 },
    ],
  });
  expect(dendrogramPlaces(1, [])).toEqual({ leaves: [0], brackets: [] });
});

test('the cut lies half-way between the merge above and the one below', () => {
  expect([1, 2, 3, 4, 5].map((k) => cutHeight(MERGES, k))).toEqual([null, 7, 2.5, 0.5, null]);
});

test('no two bars cross, whatever the tree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.infiniteStream(fc.nat()), (count, draws) => {
      const roots = Array.from({ length: count }, (_, leaf) => leaf);
      const draw = (below: number): number => (draws.next().value as number) % below;
      const merges: DendrogramMerge[] = [];
      while (roots.length > 1) {
        const [a] = roots.splice(draw(roots.length), 1);
        const [b] = roots.splice(draw(roots.length), 1);
        roots.push(count + merges.length);
        merges.push({ a: a!, b: b!, height: merges.length + 1 });
      }
      const { leaves, brackets } = dendrogramPlaces(count, merges);
      expect(leaves.toSorted((x, y) => x - y)).toEqual(Array.from({ length: count }, (_, leaf) => leaf));
      for (const [at, one] of brackets.entries()) {
        expect(one.left < one.right && one.leftFoot < one.height && one.rightFoot < one.height).toBe(true);
        for (const other of brackets.slice(at + 1)) {
          const apart = one.right < other.left || other.right < one.left;
          const below = other.left <= one.right && other.right >= one.left && other.height > one.height;
          expect(apart || below).toBe(true);
        }
      }
    }),
    { seed: 1 },
  );
});
