// The features of a run, by criterion. The same choice as in Features: both write it through one command.
import { useTranslations } from 'use-intl';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Criterion } from '../../../shared/model/source.ts';
import { Checkbox, Tooltip, useFigures } from '../../ui/index.ts';
import styles from './SettingsPane.module.css';

export interface FeatureChecklistProps {
  readonly features: readonly Feature[];
  /** Customers of the project, for the share of missing values. */
  readonly customers: number;
  /** Whether logarithms are on at all for the run. */
  readonly logs: boolean;
  readonly nameOf: (feature: string) => string;
  /** Both null while the features are those of former data or settings. */
  readonly onChoose: ((name: string, chosen: boolean) => void) | null;
  readonly onLog: ((name: string, log: boolean) => void) | null;
}

type RowProps = Omit<FeatureChecklistProps, 'features'> & { readonly feature: Feature };

const NOTED_MISSING = 0.05;

function Note({ feature, customers, nameOf }: RowProps) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const share = customers > 0 ? feature.missing / customers : 0;
  if (feature.twin) {
    const values = { r: figures.decimal(feature.twin.r), name: nameOf(feature.twin.name) };
    return (
      <Tooltip label={t('twinTip', values)}>
        <span className={styles.twin} tabIndex={0}>
          {t('twin', values)}
        </span>
      </Tooltip>
    );
  }
  if (share < NOTED_MISSING) return null;
  const missing = t('missing', { share: figures.share(share, 0) });
  return (
    <span className={styles.rowNote} title={missing}>
      {missing}
    </span>
  );
}

function FeatureRow(props: RowProps) {
  const { feature, logs, nameOf, onChoose, onLog } = props;
  const t = useTranslations('explore');
  const name = nameOf(feature.name);
  return (
    <li className={styles.feature}>
      <span className={styles.featureName} title={name}>
        <Checkbox
          checked={feature.chosen}
          disabled={!onChoose}
          onChange={(chosen) => onChoose?.(feature.name, chosen)}
        >
          {name}
        </Checkbox>
      </span>
      <Note {...props} />
      {feature.type === 'number' ? (
        <button
          type="button"
          className={styles.log}
          aria-pressed={feature.log}
          aria-label={`${t('log')}: ${t('logOf', { name })}`}
          disabled={!feature.chosen || !logs || !onLog}
          onClick={() => onLog?.(feature.name, !feature.log)}
        >
          {t('log')}
        </button>
      ) : null}
    </li>
  );
}

function Group({ criterion, ...props }: FeatureChecklistProps & { readonly criterion: Criterion }) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const features = props.features.filter((feature) => feature.criterion === criterion);
  if (features.length === 0) return null;
  const chosen = features.filter((feature) => feature.chosen).length;
  return (
    <section aria-label={t(`criteria.${criterion}`)}>
      <h3 className={styles.group}>
        <span>{t(`criteria.${criterion}`)}</span>
        <span className="tnum">{figures.count(chosen)}</span>
      </h3>
      <ul>
        {features.map((feature) => (
          <FeatureRow key={feature.name} {...props} feature={feature} />
        ))}
      </ul>
    </section>
  );
}

const ORDER = [
  'behavioural',
  'demographic',
  'psychographic',
  'geographic',
] as const satisfies readonly Criterion[];

/** Checkboxes grouped by criterion, with a log toggle, a warning about twins, and the share of missing values. */
export function FeatureChecklist(props: FeatureChecklistProps) {
  return ORDER.map((criterion) => <Group key={criterion} {...props} criterion={criterion} />);
}
