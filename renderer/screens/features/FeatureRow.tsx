// One feature: whether it is used, how its values look, what is missing, whether its logarithm is taken.
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import { type FeatureDefinition, LOW_ALPHA } from '../../../shared/model/featureDefinition.ts';
import { barCounts } from '../../intake/index.ts';
import {
  Checkbox,
  IconButton,
  Meter,
  MicroHistogram,
  Tooltip,
  useFigures,
  type Why,
  WhyDisclosure,
} from '../../ui/index.ts';
import styles from './features.module.css';
import { useFeatureWords } from './featureWords.ts';

export interface FeatureChoice {
  readonly name: string;
  readonly chosen?: boolean;
  readonly log?: boolean;
}

export interface FeatureRowProps {
  readonly feature: Feature;
  /** Label of the feature that says nearly the same. */
  readonly twinLabel: string | null;
  readonly customers: number;
  readonly currency: string;
  readonly onChoose: (choice: FeatureChoice) => void;
  /** Opens the definition of a feature that the analyst made. */
  readonly onEdit: (definition: FeatureDefinition) => void;
}

const MOST_FREQUENT = 3;

function useWhy({ feature, customers, currency }: FeatureRowProps): Why {
  const t = useTranslations('features');
  const words = useFeatureWords(currency);
  const figures = useFigures();
  const unit = t(`units.${feature.unit}`);
  const formula = feature.definition?.kind === 'formula' ? feature.definition.formula : null;
  return {
    text: words.meaning(feature) ?? t(`kinds.${feature.type}`),
    ...(formula === null ? {} : { formula }),
    inputs: [
      ...(unit === '' ? [] : [{ name: t('unit'), value: unit }]),
      { name: t('distinctName'), value: figures.count(feature.distinct) },
      { name: t('missing'), value: figures.count(feature.missing) },
    ],
    n: figures.count(customers - feature.missing),
  };
}

function Twin({ feature, label }: { readonly feature: Feature; readonly label: string }) {
  const t = useTranslations('features');
  const figures = useFigures();
  const text = t('twin', { name: label, r: figures.decimal(feature.twin?.r ?? 0) });
  return (
    <Tooltip label={text}>
      <span className={styles.twin} role="note" aria-label={text} tabIndex={0}>
        <IconAlertTriangle size={13} stroke={1.8} aria-hidden />
        {t('twinShort', { name: label })}
      </span>
    </Tooltip>
  );
}

/** Of a feature that the analyst made: how well a scale hangs together, and the way to its definition. */
function Made({ feature, onEdit }: Pick<FeatureRowProps, 'feature' | 'onEdit'>) {
  const t = useTranslations('makeFeatures');
  const figures = useFigures();
  const { definition, report, label } = feature;
  if (!definition) return null;
  const alpha = report?.reliability?.alpha ?? null;
  return (
    <>
      {alpha === null ? null : (
        <Tooltip
          label={alpha < LOW_ALPHA ? t('alphaLow') : t('alphaShort', { alpha: figures.decimal(alpha, 2) })}
        >
          <span className={styles.alpha} data-low={alpha < LOW_ALPHA || undefined}>
            {t('alphaShort', { alpha: figures.decimal(alpha, 2) })}
          </span>
        </Tooltip>
      )}
      <IconButton
        icon={IconPencil}
        label={t('edit', { name: label })}
        size={24}
        onClick={() => onEdit(definition)}
      />
    </>
  );
}

/** Numbers have four figures; categories and yes/no say their most frequent values in the same place. */
function Values({ feature, customers, currency }: FeatureRowProps) {
  const t = useTranslations('features');
  const words = useFeatureWords(currency);
  const figures = useFigures();
  if (feature.type === 'category') {
    const known = Math.max(1, customers - feature.missing);
    const most = feature.bars
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MOST_FREQUENT)
      .map(({ label, count }) => t('mostFrequent', { value: label, share: figures.share(count / known, 0) }));
    return (
      <td colSpan={4} className={styles.most}>
        {most.join(', ')}
      </td>
    );
  }
  const write = (value: number | null): string => words.value(feature, value);
  if (feature.type === 'boolean')
    return (
      <td colSpan={4} className={styles.most}>
        {write(feature.mean)}
      </td>
    );
  return (
    <>
      <td data-align="end">{write(feature.mean)}</td>
      <td data-align="end">{write(feature.median)}</td>
      <td data-align="end">{write(feature.sd)}</td>
      <td data-align="end">
        {feature.min === null ? write(null) : `${write(feature.min)} … ${write(feature.max)}`}
      </td>
    </>
  );
}

/** A row of the feature table. */
export function FeatureRow(props: FeatureRowProps) {
  const t = useTranslations('features');
  const common = useTranslations('common.chart');
  const words = useFeatureWords(props.currency);
  const figures = useFigures();
  const { feature, twinLabel, customers, onChoose } = props;
  const { name } = feature;
  const label = words.label(feature);
  const missing = customers === 0 ? 0 : feature.missing / customers;
  const share = feature.missing === 0 ? '0' : figures.share(missing);
  return (
    <tr data-chosen={feature.chosen || undefined}>
      <td>
        <Checkbox
          checked={feature.chosen}
          labelHidden={t('useNamed', { name: label })}
          onChange={(chosen) => onChoose({ name, chosen })}
        >
          {label}
        </Checkbox>
      </td>
      <th scope="row">
        <WhyDisclosure why={useWhy(props)} label={label}>
          {label}
        </WhyDisclosure>
        {feature.twin && twinLabel ? <Twin feature={feature} label={twinLabel} /> : null}
        <Made feature={feature} onEdit={props.onEdit} />
      </th>
      <td className={styles.bars}>
        {customers - feature.missing < MIN_CUSTOMERS ? (
          <span title={common('tooFew')}>–</span>
        ) : (
          <MicroHistogram
            counts={barCounts(feature.bars, feature.distinct)}
            label={t('distribution', { name: label })}
            heightPx={22}
          />
        )}
      </td>
      <Values {...props} />
      <td data-align="end">
        <span className={styles.missing}>
          <Meter share={missing} label={`${t('missing')}: ${share}`} heightPx={4} tone="muted" />
          <span data-some={feature.missing > 0 || undefined}>{share}</span>
        </span>
      </td>
      <td>
        {feature.type === 'number' && (feature.min ?? -1) >= 0 ? (
          <Checkbox
            checked={feature.log}
            labelHidden={t('logNamed', { name: label })}
            onChange={(log) => onChoose({ name, log })}
          >
            {t('log')}
          </Checkbox>
        ) : null}
      </td>
    </tr>
  );
}
