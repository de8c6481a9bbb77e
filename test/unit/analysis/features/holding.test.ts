// Which definitions hold when one of them changed: a graph of needs, in any order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeatureFacts } from '../../../../electron/engine/db/featureTable.ts';
import { stillHolding } from '../../../../electron/engine/jobs/features/redefine.ts';
import type { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';

const formula = (name: string, text: string): FeatureDefinition => ({ kind: 'formula', name, formula: text });
const facts = (name: string, definition?: FeatureDefinition): FeatureFacts =>
  ({ name, ...(definition && { definition }) }) as FeatureFacts;
const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);

test('a chain falls with its first link, and others stay', () => {
  const before = [formula('a', 'x + 1'), formula('b', 'a * 2'), formula('c', 'b + y'), formula('d', 'y * 2')];
  const former = [facts('x'), facts('y'), ...before.map((one) => facts(one.name, one))];
  const after = [formula('a', 'x + 2'), ...before.slice(1)];
  const { held, make } = stillHolding(former, after);
  expect([names(held), names(make)]).toEqual([
    ['x', 'y', 'd'],
    ['a', 'b', 'c'],
  ]);
  expect(names(stillHolding(former, before).make)).toEqual([]);
  expect(names(stillHolding(former, before.slice(0, 2)).held)).toEqual(['x', 'y', 'a', 'b']);
});

test('what is made is what changed and everything that reaches it, whatever the graph', () => {
  const size = 8;
  const graph = fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size });
  fc.assert(
    fc.property(graph, fc.subarray([...Array(size).keys()]), (needs, changed) => {
      // Each needs some before it only: no circles.
      const definition = (at: number, more: string) =>
        formula(
          `f${at}`,
          ['x', ...needs[at]!.filter((other) => other < at).map((other) => `f${other}`)].join(' + ') + more,
        );
      const before = needs.map((_, at) => definition(at, ''));
      const after = needs.map((_, at) => definition(at, changed.includes(at) ? ' + 1' : ''));
      const reaches = (at: number): boolean =>
        changed.includes(at) || needs[at]!.some((other) => other < at && reaches(other));
      const former = [facts('x'), ...before.map((one) => facts(one.name, one))];
      const { held, make } = stillHolding(former, after.toReversed());
      const wanted = [...needs.keys()].filter(reaches).map((at) => `f${at}`);
      expect(names(make).toSorted()).toEqual(wanted);
      expect(names(held).toSorted()).toEqual(
        ['x', ...[...needs.keys()].filter((at) => !reaches(at)).map((at) => `f${at}`)].toSorted(),
      );
    }),
    { seed: 1 },
  );
});
