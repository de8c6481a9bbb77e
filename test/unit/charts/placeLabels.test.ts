import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centroidsOf, placeLabels } from '../../../renderer/charts/scatter/placeLabels.ts';

const view = { centerX: 0, centerY: 0, scale: 10 };
const size = { width: 800, height: 600 };
const box = { width: 150, height: 36 };

test('centroids are means; a segment without members has count 0', () => {
  const x = Float32Array.of(0, 2, 5, 9);
  const y = Float32Array.of(0, 4, 5, 9);
  expect(centroidsOf(x, y, Int16Array.of(0, 0, 2, -1), 3)).toEqual([
    { x: 1, y: 2, spread: Math.sqrt(5), count: 2 },
    { x: 0, y: 0, spread: 0, count: 0 },
    { x: 5, y: 5, spread: 0, count: 1 },
  ]);
});

test('empty segments and those out of sight get no label', () => {
  const labels = placeLabels(
    [
      { x: 0, y: 0, spread: 1, count: 3 },
      { x: 0, y: 0, spread: 0, count: 0 },
      { x: 500, y: 0, spread: 1, count: 3 },
    ],
    view,
    size,
    [box, box, box],
  );
  expect(labels.map((label) => label.index)).toEqual([0]);
});

test('labels with the same place are stacked, never on top of each other, and stay inside', () => {
  const centroid = fc.record({
    x: fc.double({ min: -3, max: 3, noNaN: true }),
    y: fc.double({ min: -3, max: 3, noNaN: true }),
    spread: fc.constant(1),
    count: fc.constant(5),
  });
  fc.assert(
    fc.property(fc.array(centroid, { minLength: 1, maxLength: 8 }), (centroids) => {
      const boxes = centroids.map(({ x }) => ({ width: 120 + Math.round(Math.abs(x) * 30), height: 36 }));
      const labels = placeLabels(centroids, view, size, boxes, 40);
      const widthOf = (index: number): number => boxes[index]?.width ?? 0;
      const outside = labels.some(
        ({ index, left, top }) =>
          left < 0 || top < 40 || left + widthOf(index) > size.width || top + 36 > size.height,
      );
      const covers = labels.some((a) =>
        labels.some(
          (b) =>
            a.index < b.index &&
            a.left < b.left + widthOf(b.index) &&
            b.left < a.left + widthOf(a.index) &&
            Math.abs(a.top - b.top) < box.height - 1e-6,
        ),
      );
      expect({ count: labels.length, covers, outside }).toEqual({
        count: centroids.length,
        covers: false,
        outside: false,
      });
    }),
    { seed: 1 },
  );
});

test('in a low drawing a label that finds no height of its own stands beside the others, clear of the captions', () => {
  const low = { width: 800, height: 160 };
  const centroids = Array.from({ length: 6 }, (_, at) => ({ x: 0, y: at * 0.1, spread: 1, count: 5 }));
  const labels = placeLabels(
    centroids,
    view,
    low,
    centroids.map(() => box),
    4,
  );
  const covered = labels.flatMap((a) =>
    labels.filter(
      (b) =>
        a.index < b.index &&
        Math.abs(a.left - b.left) < box.width - 1e-6 &&
        Math.abs(a.top - b.top) < box.height - 1e-6,
    ),
  );
  expect([labels.length, covered, Math.max(...labels.map(({ top }) => top)) <= 160 - 36 - 24]).toEqual([
    6,
    [],
    true,
  ]);
});
