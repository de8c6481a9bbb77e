// The only importer of echarts: line, bar and scatter series on cartesian axes, canvas renderer, nothing else.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export type ChartOption = EChartsCoreOption;

/** Starts a chart in an element of known size. The caller disposes it. */
export function startChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'canvas' });
}
