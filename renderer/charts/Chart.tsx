// An echarts drawing inside the common frame. Options are built by pure functions of the palette.
import { useEffect, useRef } from 'react';
import { ChartFrame, type ChartTable } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { startChart, type ChartOption } from './echarts.ts';
import { readPalette, useThemeName, type ChartPalette } from './palette.ts';

export interface ChartProps {
  /** Pure builder; called again when the theme or the builder changes (memoise it). */
  readonly option: (palette: ChartPalette) => ChartOption;
  readonly summary: string;
  readonly table: ChartTable;
  readonly heightPx?: number;
  /** A click on a mark: series and data index. */
  readonly onPick?: (seriesIndex: number, dataIndex: number) => void;
}

function Drawing({ option, heightPx = 160, onPick }: Pick<ChartProps, 'option' | 'heightPx' | 'onPick'>) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof startChart> | null>(null);
  const theme = useThemeName();
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const drawn = startChart(element);
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option(readPalette()), { notMerge: true });
  }, [option, theme]);
  useEffect(() => {
    const drawn = chart.current;
    if (!drawn || !onPick) return;
    const pick = (event: { readonly seriesIndex?: number; readonly dataIndex: number }): void =>
      onPick(event.seriesIndex ?? 0, event.dataIndex);
    drawn.on('click', pick);
    return () => void drawn.off('click', pick);
  }, [onPick]);
  return <div ref={host} className={styles.drawing} style={{ height: heightPx }} />;
}

/** A canvas chart with summary, table view, theme and resizing. */
export function Chart({ summary, table, ...drawing }: ChartProps) {
  return (
    <ChartFrame summary={summary} table={table}>
      <Drawing {...drawing} />
    </ChartFrame>
  );
}
