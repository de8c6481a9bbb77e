// The customer map with the card of the selection. Positions are principal components of the scaled features.
import { IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ScatterMap, type MapSegment, type ScatterMapProps } from '../../charts/index.ts';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import type { Component } from '../../../shared/model/segmentation.ts';
import { IconButton, Panel, SegmentGlyph, ShareBar, useFigures } from '../../ui/index.ts';
import { axisMeaning, type Loading } from './axisCaption.ts';
import styles from './explore.module.css';
import { ComponentsButton, MapProgress, MapSwitch, type MapViewProps } from './MapView.tsx';
import viewStyles from './mapView.module.css';
import type { MapPoints } from './selectionOf.ts';

export interface MapPaneProps extends MapViewProps {
  readonly components: readonly Component[];
  /** Of the second map: who was laid out; null while it is being made, with its share. */
  readonly nearness: {
    readonly sampled: number | null;
    readonly share: number | null;
    readonly onCancel: () => void;
  };
  readonly points: MapPoints;
  readonly segments: readonly MapSegment[];
  readonly axes: readonly (readonly Loading[])[];
  /** 0..1 per component. */
  readonly explainedVariance: readonly number[];
  readonly nameOf: (feature: string) => string;
  readonly mask: Uint8Array | null;
  /** Selected customers by segment; null without a selection. */
  readonly mix: readonly number[] | null;
  readonly onLasso: (mask: Uint8Array, count: number) => void;
  readonly onClear: () => void;
}

function useCaption(axes: MapPaneProps['axes'], nameOf: MapPaneProps['nameOf']) {
  const t = useTranslations('explore');
  return (axis: number, direction: 1 | -1, most = 2): string => {
    const { more, less } = axisMeaning(axes[axis] ?? [], direction, most);
    const list = (names: readonly string[]): string => names.map(nameOf).join(', ');
    return [
      ...(more.length > 0 ? [t('axisMore', { name: list(more) })] : []),
      ...(less.length > 0 ? [t('axisLess', { name: list(less) })] : []),
    ].join('; ');
  };
}

function SelectionCard({
  segments,
  mix,
  onClear,
}: {
  readonly segments: readonly MapSegment[];
  readonly mix: readonly number[];
  readonly onClear: () => void;
}) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const total = mix.reduce((sum, count) => sum + count, 0);
  const parts = segments
    .map((segment, ordinal) => ({ ...segment, key: String(ordinal), size: mix[ordinal] ?? 0 }))
    .filter((part) => part.size > 0)
    .toSorted((a, b) => b.size - a.size);
  return (
    <section className={styles.card} aria-label={t('selectionMix')}>
      <header className={styles.cardHead}>
        <b>{t('selected', { n: total })}</b>
        <span className={styles.cardNote}>{parts.length === 1 ? parts[0]?.name : t('byLasso')}</span>
        <IconButton icon={IconX} size={24} label={t('clear')} onClick={onClear} />
      </header>
      <ShareBar parts={parts} label={t('selectionMix')} />
      <ul className={styles.mix}>
        {parts.map((part) => (
          <li key={part.key} title={part.name}>
            <SegmentGlyph slot={part.slot} size={14} label={part.name} />
            {figures.share(part.size / total, 0)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Never a drawing of fewer than 30 customers: it says so. */
export function MapPane(props: MapPaneProps) {
  const t = useTranslations('explore');
  const common = useTranslations('common.chart');
  if (props.points.x.length >= MIN_CUSTOMERS) return <DrawnMap {...props} />;
  return (
    <Panel className={styles.noMap ?? ''} title={t('map')}>
      <p className={styles.undrawn}>{common('tooFew')}</p>
    </Panel>
  );
}

/** Map, captions of its axes, and the mix of what is selected. */
function DrawnMap(props: MapPaneProps) {
  const { points, segments, axes, explainedVariance, nameOf, mask, mix, onLasso, onClear } = props;
  const t = useTranslations('explore');
  const figures = useFigures();
  const caption = useCaption(axes, nameOf);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const flat = props.kind === 'pca';
  const { sampled } = props.nearness;
  const captions: NonNullable<ScatterMapProps['captions']> = flat
    ? { left: caption(0, -1), right: caption(0, 1), up: caption(1, 1, 1) }
    : { below: t('maps.note') };
  const share = (explainedVariance[0] ?? 0) + (explainedVariance[1] ?? 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && mask) onClear();
  };
  return (
    <Panel
      padded={false}
      className={styles.map ?? ''}
      title={t('map')}
      note={
        flat ? (
          <span className={styles.mapNote}>{t('mapNote', { share: figures.share(share, 0) })}</span>
        ) : undefined
      }
      actions={
        <span className={viewStyles.tools}>
          {flat ? <ComponentsButton components={props.components} nameOf={nameOf} /> : null}
          <MapSwitch kind={props.kind} onKind={props.onKind} />
          <span ref={setTools} />
        </span>
      }
    >
      <div className={styles.mapBody} onKeyDown={onKeyDown}>
        {flat || sampled !== null ? (
          <ScatterMap
            {...points}
            segments={segments}
            selected={mask}
            onSelect={onLasso}
            captions={captions}
            toolsIn={tools}
            summary={t('mapSummary', { n: points.x.length, k: segments.length })}
          >
            {mix ? <SelectionCard segments={segments} mix={mix} onClear={onClear} /> : null}
          </ScatterMap>
        ) : (
          <MapProgress share={props.nearness.share} onCancel={props.nearness.onCancel} />
        )}
      </div>
    </Panel>
  );
}
