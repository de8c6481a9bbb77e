// The customer map: a projection of all customers, selectable by lasso, rectangle or point.
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { SegmentGlyph, useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { MapTools } from './scatter/MapTools.tsx';
import { labelSizes, MAX_LABEL_PX } from './scatter/labelSize.ts';
import { centroidsOf, placeLabels, sampleOf, type MapSegment } from './scatter/placeLabels.ts';
import { PointLayer } from './scatter/PointLayer.tsx';
import { useMapGestures, type MapTool } from './scatter/useMapGestures.ts';
import { useMapView } from './scatter/useMapView.ts';
import { panBy } from './scatter/viewport.ts';

export interface ScatterMapProps {
  /** Coordinates, one per customer. Keep the same arrays while the data are the same. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index into `segments`; any other value is drawn as “Other”. */
  readonly segment: Int16Array | Uint8Array;
  readonly segments: readonly MapSegment[];
  /** 1 = selected, one per customer; null when nothing is. */
  readonly selected: Uint8Array | null;
  /** The new mask and how many it holds; an all-zero mask clears. */
  readonly onSelect: (mask: Uint8Array, count: number) => void;
  /** What the directions mean, e.g. “More mobile, higher trend score”. */
  readonly captions?: {
    readonly left?: string;
    readonly right?: string;
    readonly up?: string;
    /** Where directions mean nothing: how to read the map, along its lower edge. */
    readonly below?: string;
  };
  readonly summary: string;
  /** Floats over the map, e.g. the card of the selection. */
  readonly children?: ReactNode;
  /** Where the tools are drawn, e.g. in the pane's header; over the map when left out. Null: not there yet. */
  readonly toolsIn?: HTMLElement | null;
  readonly initialTool?: MapTool;
}

const PAN_STEP_PX = 40;
/** The tools that float over the drawing, with their margin. */
const TOOLS_PX = 42;

function Labels(
  props: Pick<ScatterMapProps, 'segments'> & { readonly placed: ReturnType<typeof placeLabels> },
) {
  const t = useTranslations('common.chart');
  return props.placed.map(({ index, left, top }) => {
    const segment = props.segments[index];
    if (!segment) return null;
    return (
      <div key={index} className={styles.mapLabel} style={{ left, top, maxWidth: MAX_LABEL_PX }}>
        <SegmentGlyph slot={segment.slot} size={16} />
        <span className={styles.mapLabelText}>
          <b>{segment.name}</b>
          <br />
          {t('customersOf', { count: segment.count })}
        </span>
      </div>
    );
  });
}

function useSizeTable(segments: readonly MapSegment[], total: number) {
  const t = useTranslations('common.chart');
  const figures = useFigures();
  return {
    headers: [t('segment'), t('customers'), t('share')],
    rows: segments.map((segment) => [
      segment.name,
      figures.count(segment.count),
      figures.share(total ? segment.count / total : 0),
    ]),
  };
}

function useLabelSizes(segments: readonly MapSegment[]) {
  const t = useTranslations('common.chart');
  return useMemo(
    () => labelSizes(segments.map(({ name, count }) => ({ name, customers: t('customersOf', { count }) }))),
    [segments, t],
  );
}

function keyActions(
  view: ReturnType<typeof useMapView>,
  setTool: (tool: MapTool) => void,
  clear: () => void,
): Readonly<Record<string, () => void>> {
  const pan = (dx: number, dy: number) => () =>
    view.setView(panBy(view.view, dx * PAN_STEP_PX, dy * PAN_STEP_PX));
  return {
    l: () => setTool('lasso'),
    r: () => setTool('rectangle'),
    Escape: clear,
    '+': () => view.zoom(1.3),
    '-': () => view.zoom(1 / 1.3),
    '0': view.fit,
    ArrowLeft: pan(1, 0),
    ArrowRight: pan(-1, 0),
    ArrowUp: pan(0, 1),
    ArrowDown: pan(0, -1),
  };
}

/** Projection scatter for up to a million customers. Keys: L lasso, R rectangle, Esc clears, + − 0 zoom, arrows move. */
export function ScatterMap(props: ScatterMapProps) {
  const { x, y, segment, segments, selected, onSelect, captions } = props;
  const [tool, setTool] = useState<MapTool>(props.initialTool ?? 'lasso');
  const view = useMapView(x, y);
  const points = useMemo(() => ({ x, y, segment, selected }), [x, y, segment, selected]);
  const slots = useMemo(() => segments.map((each) => each.slot), [segments]);
  const centroids = useMemo(
    () => centroidsOf(x, y, segment, segments.length),
    [x, y, segment, segments.length],
  );
  const sample = useMemo(() => sampleOf(x, y), [x, y]);
  const gestures = useMapGestures({
    tool,
    x,
    y,
    view: view.view,
    size: view.size,
    selected,
    onSelect,
    onView: view.setView,
    onZoom: view.zoom,
  });
  const table = useSizeTable(segments, x.length);
  const boxes = useLabelSizes(segments);
  const clear = (): void => onSelect(new Uint8Array(x.length), 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = event.ctrlKey || event.metaKey ? undefined : keyActions(view, setTool, clear)[event.key];
    if (!action || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    action();
  };
  const tools = <MapTools tool={tool} onTool={setTool} onZoom={view.zoom} onFit={view.fit} />;
  return (
    <ChartFrame summary={props.summary} table={table} className={styles.fill ?? ''}>
      <div className={styles.map} onKeyDown={onKeyDown}>
        {props.toolsIn === undefined ? <div className={styles.mapTools}>{tools}</div> : null}
        {props.toolsIn ? createPortal(tools, props.toolsIn) : null}
        <div
          ref={view.host}
          className={styles.mapSurface}
          data-tool={tool}
          tabIndex={0}
          role="application"
          aria-label={props.summary}
          onPointerDown={gestures.onPointerDown}
          onPointerMove={gestures.onPointerMove}
          onPointerUp={gestures.onPointerUp}
          onWheel={gestures.onWheel}
        >
          <PointLayer points={points} slots={slots} view={view.view} size={view.size} />
          {gestures.outline ? (
            <svg className={styles.mapOutline} aria-hidden>
              <polygon points={gestures.outline.join(' ')} />
            </svg>
          ) : null}
          <Labels
            segments={segments}
            placed={placeLabels({
              centroids,
              view: view.view,
              size: view.size,
              boxes,
              points: sample,
              topPx: props.toolsIn === undefined ? TOOLS_PX : undefined,
            })}
          />
        </div>
        {captions?.left ? (
          <span className={styles.captionLeft} title={captions.left}>
            ← {captions.left}
          </span>
        ) : null}
        {captions?.right ? (
          <span className={styles.captionRight} title={captions.right}>
            {captions.right} →
          </span>
        ) : null}
        {captions?.below ? <span className={styles.captionBelow}>{captions.below}</span> : null}
        {captions?.up ? <span className={styles.captionUp}>{captions.up} →</span> : null}
        {props.children}
      </div>
    </ChartFrame>
  );
}
