import { expect, test } from 'vitest';
import { indexRange } from '../../../renderer/charts/IndexBars.tsx';
import { histogramOption, lineOption } from '../../../renderer/charts/options.ts';
import type { ChartPalette } from '../../../renderer/charts/palette.ts';
import { divergingStep } from '../../../renderer/charts/ProfileHeatmap.tsx';

const palette: ChartPalette = {
  canvas: '#fff',
  text: '#111',
  muted: '#666',
  axis: '#888',
  grid: '#eee',
  ink: '#000',
  accent: '#44f',
  everyone: '#777',
  warn: '#a60',
  raised: '#fff',
  line: '#ccc',
  segments: ['#a00', '#0a0'],
  font: 'Inter',
};
const format = (value: number): string => value.toFixed(2);

test('the score by k marks the chosen k once and keeps gaps', () => {
  const option = lineOption(
    {
      categories: ['2', '3', '4'],
      series: [
        { name: 'Separation', values: [0.2, null, 0.3] },
        { name: 'Stability', values: [1, 0.9, 0.8], slot: 1, dashed: true },
      ],
      marked: '3',
      xName: 'k',
      format,
    },
    palette,
  );
  expect(option['series']).toEqual([
    {
      type: 'line',
      name: 'Separation',
      data: [0.2, null, 0.3],
      symbol: 'circle',
      symbolSize: 7,
      lineStyle: { width: 2, color: '#000', type: 'solid' },
      itemStyle: { color: '#000' },
      markLine: {
        symbol: 'none',
        silent: true,
        label: { show: false },
        lineStyle: { color: '#111', type: 'dashed' },
        data: [{ xAxis: '3' }],
      },
    },
    {
      type: 'line',
      name: 'Stability',
      data: [1, 0.9, 0.8],
      symbol: 'circle',
      symbolSize: 7,
      lineStyle: { width: 2, color: '#0a0', type: 'dashed' },
      itemStyle: { color: '#0a0' },
    },
  ]);
});

test('tooltips are drawn, never HTML', () => {
  const option = lineOption({ categories: [], series: [], format }, palette);
  expect(option['tooltip']).toMatchObject({ renderMode: 'richText', valueFormatter: format });
});

test('a histogram stands on its edges and puts marks at their values', () => {
  const option = histogramOption(
    {
      edges: [0, 3, 6],
      counts: [5, 2],
      marks: [{ value: 4, label: 'cut', warn: true }],
      format,
      formatCount: format,
    },
    palette,
  );
  expect(option['xAxis']).toMatchObject({ type: 'value', min: 0, max: 6 });
  expect(option['series']).toMatchObject([
    {
      type: 'custom',
      data: [
        [0, 3, 5],
        [3, 6, 2],
      ],
      markLine: { data: [{ xAxis: 4, lineStyle: { color: '#a60', type: 'dashed', width: 1.5 } }] },
    },
  ]);
});

test('the diverging scale has seven steps around zero', () => {
  const steps = [-2, -0.7, -0.3, -0.2, 0, 0.24, 0.25, 0.6, 1.15].map(divergingStep);
  expect(steps).toEqual(['n3', 'n2', 'n1', '0', '0', '0', 'p1', 'p2', 'p3']);
});

test('the index axis always holds 100 and all intervals', () => {
  const range = indexRange([{ low: 36, high: 40 }]);
  expect(range.low).toBeCloseTo(33.12, 9);
  expect(range.high).toBeCloseTo(151.2, 9);
});
