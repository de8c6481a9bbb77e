import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centroidsOf, placeLabels, sampleOf } from '../../../renderer/charts/scatter/placeLabels.ts';

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
  const labels = placeLabels({
    centroids: [
      { x: 0, y: 0, spread: 1, count: 3 },
      { x: 0, y: 0, spread: 0, count: 0 },
      { x: 500, y: 0, spread: 1, count: 3 },
    ],
    view,
    size,
    boxes: [box, box, box],
  });
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
      const labels = placeLabels({ centroids, view, size, boxes, topPx: 40 });
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
  const labels = placeLabels({
    centroids,
    view,
    size: low,
    boxes: centroids.map(() => box),
  });
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

test('where no room is left a label is left out instead of covering another', () => {
  const tiny = { width: 200, height: 120 };
  const centroids = Array.from({ length: 5 }, () => ({ x: 0, y: 0, spread: 1, count: 5 }));
  const labels = placeLabels({ centroids, view, size: tiny, boxes: centroids.map(() => box) });
  // 120 px less the captions hold two labels of 36 px.
  expect(labels.map(({ index, top }) => [index, top]).length).toBe(2);
  const [one, two] = labels;
  expect(Math.abs((one?.top ?? 0) - (two?.top ?? 0))).toBeGreaterThanOrEqual(box.height);
});

test('a label keeps off the points where there is room beside its group', () => {
  // Customers along a line: the usual place, away from the middle, lies on it.
  const points = Array.from({ length: 200 }, (_, at): readonly [number, number] => [at / 4 - 25, 0]);
  const centroids = [
    { x: -12, y: 0, spread: 7, count: 100 },
    { x: 12, y: 0, spread: 7, count: 100 },
  ];
  const under = (given: typeof points | undefined): readonly number[] =>
    placeLabels({
      centroids,
      view,
      size,
      boxes: [box, box],
      ...(given && { points: given }),
    }).map(
      ({ left, top }) =>
        points.filter(([x, y]) => {
          const [px, py] = [size.width / 2 + x * view.scale, size.height / 2 - y * view.scale];
          return px > left && px < left + box.width && py > top && py < top + box.height;
        }).length,
    );
  expect(under(undefined).every((count) => count > 0)).toBe(true);
  expect(under(points)).toEqual([0, 0]);
});

test('the points that labels keep off are at most 2,000, evenly taken', () => {
  const x = Float32Array.from({ length: 5_000 }, (_, at) => at);
  const sample = sampleOf(x, x);
  expect([sample.length, sample[1], sample.at(-1)]).toEqual([1_667, [3, 3], [4_998, 4_998]]);
});
