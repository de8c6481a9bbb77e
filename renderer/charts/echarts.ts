// The only importer of echarts: lines and custom marks on cartesian axes, canvas renderer, nothing else.
import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

register([CustomChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = EChartsCoreOption;

/** Starts a chart in an element of known size. The caller disposes it. */
export function startChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'canvas' });
}
