// How the groups differ: medians as percentile ranks above, standardised means below, sharing their columns.
import { useTranslations } from 'use-intl';
import { ParallelProfiles, ProfileHeatmap } from '../../charts/index.ts';
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
  /** Names for reading, in the order of `means` and `ranks`. */
  readonly features: readonly string[];
  readonly segments: readonly ProfileSegment[];
  readonly pickedKey: string | null;
  readonly onPick: (key: string) => void;
}

const NAME_PX = 136;
/** The heat map's narrowest column with its gap. */
const COLUMN_PX = 42;
/** Above this many columns a horizontal heading would be broken inside words. */
const MOST_HORIZONTAL = 8;

/** Headings between the two charts; they stand upright when there are many. */
function Headings({ features }: Pick<ProfilesPaneProps, 'features'>) {
  const columns = `${NAME_PX}px repeat(${features.length}, minmax(0, 1fr))`;
  return (
    <div
      className={styles.headings}
      data-upright={features.length > MOST_HORIZONTAL || undefined}
      style={{ gridTemplateColumns: columns }}
      aria-hidden
    >
      <span />
      {features.map((feature) => (
        <span key={feature} title={feature}>
          {feature}
        </span>
      ))}
    </div>
  );
}

/** Parallel profiles over the heat map; a click on a row selects the segment in every view. */
export function ProfilesPane({ features, segments, pickedKey, onPick }: ProfilesPaneProps) {
  const t = useTranslations('explore');
  const summary = t('profilesSummary', { k: segments.length, features: features.length });
  const drawn = pickedKey === null ? segments : segments.filter((segment) => segment.key === pickedKey);
  return (
    <Panel edge="top" className={styles.profiles ?? ''} title={t('profiles')} note={t('profilesNote')}>
      <div style={{ minWidth: NAME_PX + features.length * COLUMN_PX }}>
        <ParallelProfiles
          features={features}
          series={drawn}
          summary={summary}
          nameWidthPx={NAME_PX}
          heightPx={126}
        />
        <Headings features={features} />
        <ProfileHeatmap
          features={features}
          rows={segments}
          pickedKey={pickedKey}
          onPick={onPick}
          summary={summary}
          nameWidthPx={NAME_PX}
          hideHeader
        />
      </div>
    </Panel>
  );
}
