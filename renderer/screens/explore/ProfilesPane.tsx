// How the groups differ: medians as percentile ranks above, standardised means below, sharing their columns.
import { useTranslations } from 'use-intl';
import {
  ColumnHeadings,
  END_LABELS_PX,
  heatColumns,
  MIN_CELL_PX,
  ParallelProfiles,
  ProfileHeatmap,
  standsUpright,
  useWidth,
} from '../../charts/index.ts';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import { Panel } from '../../ui/index.ts';
import styles from './explore.module.css';

export interface ProfileSegment {
  /** The segment's ordinal as text. */
  readonly key: string;
  readonly slot: number;
  readonly name: string;
  readonly means: readonly number[];
  /** 0..1. */
  readonly ranks: readonly number[];
}

export interface ProfilesPaneProps {
  /** Fewer than 30 have no lines drawn; the heat map tells their numbers. */
  readonly customers: number;
  /** Names for reading, in the order of `means` and `ranks`. */
  readonly features: readonly string[];
  readonly segments: readonly ProfileSegment[];
  readonly pickedKey: string | null;
  readonly onPick: (key: string) => void;
}

const NAME_PX = 136;
/** In a pane too narrow for all columns the names give way first. */
const SHORT_NAME_PX = 104;
/** In a low window the lines are drawn lower, so that the heat map keeps its rows. */
const LOW_PX = 860;
const CELL_PX = MIN_CELL_PX + 2;

/** Width of the name column that lets as many columns as possible stand without scrolling. */
function useNameWidth(features: number) {
  const { ref, width } = useWidth<HTMLDivElement>(720);
  const roomy = width >= NAME_PX + features * CELL_PX + END_LABELS_PX;
  const nameWidthPx = roomy ? NAME_PX : SHORT_NAME_PX;
  const columnPx = Math.max(CELL_PX, (width - nameWidthPx - END_LABELS_PX) / Math.max(1, features)) - 2;
  return { ref, nameWidthPx, columnPx };
}

/** Parallel profiles over the heat map; a click on a row selects the segment in every view. */
export function ProfilesPane({ customers, features, segments, pickedKey, onPick }: ProfilesPaneProps) {
  const t = useTranslations('explore');
  const words = useTranslations('common.chart');
  const summary = t('profilesSummary', { k: segments.length, features: features.length });
  const { ref, nameWidthPx, columnPx } = useNameWidth(features.length);
  const drawn = pickedKey === null ? segments : segments.filter((segment) => segment.key === pickedKey);
  return (
    <Panel edge="top" className={styles.profiles ?? ''} title={t('profiles')} note={t('profilesNote')}>
      <div ref={ref}>
        <div style={{ minWidth: nameWidthPx + features.length * CELL_PX + END_LABELS_PX }}>
          {customers < MIN_CUSTOMERS ? (
            <p className={styles.undrawn}>{words('tooFew')}</p>
          ) : (
            <ParallelProfiles
              features={features}
              series={drawn}
              endWidthPx={END_LABELS_PX}
              summary={summary}
              nameWidthPx={nameWidthPx}
              heightPx={window.innerHeight < LOW_PX ? 92 : 126}
            />
          )}
          <div style={{ paddingInlineEnd: END_LABELS_PX }}>
            <ColumnHeadings
              names={features}
              columns={heatColumns(features.length, nameWidthPx)}
              upright={standsUpright(features, columnPx)}
            />
          </div>
          <ProfileHeatmap
            features={features}
            rows={segments}
            pickedKey={pickedKey}
            onPick={onPick}
            summary={summary}
            nameWidthPx={nameWidthPx}
            endWidthPx={END_LABELS_PX}
            hideHeader
          />
        </div>
      </div>
    </Panel>
  );
}
