// Pure option builders: data in, echarts option out, no DOM. Text of tooltips is drawn, never HTML.
import type { ChartOption } from './echarts.ts';
import type { ChartPalette } from './palette.ts';

/** Axis and tooltip settings that all our charts share. */
export function baseOption(palette: ChartPalette): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, fontSize: 12, color: palette.muted },
    grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.raised,
      borderColor: palette.line,
      borderWidth: 1,
      textStyle: { color: palette.text, fontSize: 12, fontFamily: palette.font },
    },
  };
}

function axisStyle(palette: ChartPalette, name?: string) {
  return {
    ...(name === undefined
      ? {}
      : { name, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: palette.muted } }),
    axisLine: { lineStyle: { color: palette.axis } },
    axisTick: { show: false },
    axisLabel: { color: palette.muted, fontSize: 12 },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

export interface LineSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** A segment's slot, or nothing for ink. */
  readonly slot?: number;
  readonly dashed?: boolean;
}

export interface LineInput {
  /** Labels of the x axis, e.g. the values of k. */
  readonly categories: readonly string[];
  readonly series: readonly LineSeries[];
  /** Category that is marked with a vertical line. */
  readonly marked?: string;
  readonly xName?: string;
  readonly format: (value: number) => string;
}

/** Lines over ordered categories: a score by k, a trend by period. */
export function lineOption(input: LineInput, palette: ChartPalette): ChartOption {
  const color = (series: LineSeries): string =>
    series.slot === undefined ? palette.ink : (palette.segments[series.slot] ?? palette.everyone);
  return {
    ...baseOption(palette),
    tooltip: { ...(baseOption(palette)['tooltip'] as object), trigger: 'axis', valueFormatter: input.format },
    xAxis: {
      type: 'category',
      data: [...input.categories],
      boundaryGap: false,
      ...axisStyle(palette, input.xName),
    },
    yAxis: {
      type: 'value',
      scale: true,
      ...axisStyle(palette),
      axisLabel: { color: palette.muted, formatter: input.format },
    },
    series: input.series.map((series, index) => ({
      type: 'line',
      name: series.name,
      data: [...series.values],
      symbol: 'circle',
      symbolSize: 7,
      lineStyle: { width: 2, color: color(series), type: series.dashed ? 'dashed' : 'solid' },
      itemStyle: { color: color(series) },
      ...(index === 0 && input.marked !== undefined
        ? {
            markLine: {
              symbol: 'none',
              silent: true,
              label: { show: false },
              lineStyle: { color: palette.text, type: 'dashed' },
              data: [{ xAxis: input.marked }],
            },
          }
        : {}),
    })),
  };
}

export interface HistogramInput {
  /** n + 1 edges. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly xName?: string;
  /** Values drawn as vertical lines with a label, e.g. a median or a cut. */
  readonly marks?: readonly { readonly value: number; readonly label: string; readonly warn?: boolean }[];
  readonly slot?: number;
  readonly format: (value: number) => string;
  readonly formatCount: (value: number) => string;
}

interface BinApi {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
  readonly visual: (name: 'color') => string;
}

/** One bar from edge to edge: the bar series knows no width in data units. */
function drawBin(_parameters: unknown, api: BinApi) {
  const [left, top] = api.coord([api.value(0), api.value(2)]);
  const [right, base] = api.coord([api.value(1), 0]);
  const width = Math.max(1, right - left - 1);
  return {
    type: 'rect',
    shape: { x: left, y: top, width, height: base - top },
    style: { fill: api.visual('color') },
  };
}

/** Bars over numeric bins, as a value axis so that marks stand at their true place. */
export function histogramOption(input: HistogramInput, palette: ChartPalette): ChartOption {
  const low = input.edges[0] ?? 0;
  const high = input.edges.at(-1) ?? 1;
  const fill =
    input.slot === undefined ? palette.everyone : (palette.segments[input.slot] ?? palette.everyone);
  return {
    ...baseOption(palette),
    xAxis: {
      type: 'value',
      min: low,
      max: high,
      ...axisStyle(palette, input.xName),
      splitLine: { show: false },
      axisLabel: { color: palette.muted, formatter: input.format },
    },
    yAxis: {
      type: 'value',
      ...axisStyle(palette),
      axisLine: { show: false },
      axisLabel: { color: palette.muted, formatter: input.formatCount },
    },
    series: [
      {
        type: 'custom',
        data: input.counts.map((count, bin) => [input.edges[bin] ?? 0, input.edges[bin + 1] ?? 0, count]),
        encode: { x: [0, 1], y: 2 },
        itemStyle: { color: fill },
        renderItem: drawBin,
        markLine: {
          symbol: 'none',
          silent: true,
          data: (input.marks ?? []).map((mark) => ({
            xAxis: mark.value,
            lineStyle: {
              color: mark.warn ? palette.warn : palette.text,
              type: mark.warn ? 'dashed' : 'solid',
              width: 1.5,
            },
            label: { formatter: mark.label, color: palette.text, fontWeight: 600, position: 'end' },
          })),
        },
      },
    ],
  };
}
