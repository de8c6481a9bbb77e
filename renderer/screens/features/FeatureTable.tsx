// Every feature, by criterion: one table, so that figures stand under each other across the groups.
import { useTranslations } from 'use-intl';
import type { Feature, FeatureSet } from '../../../shared/model/feature.ts';
import { CRITERIA } from '../../../shared/model/source.ts';
import { WhyDisclosure } from '../../ui/index.ts';
import { type FeatureChoice, FeatureRow, type FeatureRowProps } from './FeatureRow.tsx';
import styles from './features.module.css';
import { useFeatureWords } from './featureWords.ts';

export interface FeatureTableProps {
  readonly set: FeatureSet;
  /** Those of the set that are shown. */
  readonly shown: readonly Feature[];
  readonly currency: string;
  /** Dimmed while the features are computed anew. */
  readonly stale: boolean;
  readonly onChoose: (choice: FeatureChoice) => void;
  readonly onEdit: FeatureRowProps['onEdit'];
}

function Head() {
  const t = useTranslations('features');
  return (
    <thead>
      <tr>
        <th scope="col">{t('use')}</th>
        <th scope="col">{t('name')}</th>
        <th scope="col">{t('values')}</th>
        <th scope="col" data-align="end">
          {t('mean')}
        </th>
        <th scope="col" data-align="end">
          {t('median')}
        </th>
        <th scope="col" data-align="end">
          {t('sd')}
        </th>
        <th scope="col" data-align="end">
          {t('range')}
        </th>
        <th scope="col" data-align="end">
          {t('missing')}
        </th>
        <th scope="col">
          <WhyDisclosure why={{ text: t('logWhy'), formula: 'x → ln(1 + x)' }} label={t('log')}>
            {t('log')}
          </WhyDisclosure>
        </th>
      </tr>
    </thead>
  );
}

/** The features of a set, grouped by criterion in the product's order. */
export function FeatureTable({ set, shown, currency, stale, onChoose, onEdit }: FeatureTableProps) {
  const t = useTranslations();
  const words = useFeatureWords(currency);
  const labelOf = (name: string | undefined): string | null => {
    const found = set.features.find((feature) => feature.name === name);
    return found ? words.label(found) : null;
  };
  const groups = CRITERIA.map((criterion) => ({
    criterion,
    members: shown.filter((feature) => feature.criterion === criterion),
  })).filter(({ members }) => members.length > 0);
  return (
    <div className={styles.scroll} data-stale={stale || undefined}>
      <table className={styles.table} aria-label={t('features.table')} aria-busy={stale}>
        <Head />
        {groups.map(({ criterion, members }) => (
          <tbody key={criterion}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={9}>
                {t(`data.criteria.${criterion}`)}{' '}
                <span>
                  {t('features.chosenOf', {
                    chosen: members.filter(({ chosen }) => chosen).length,
                    total: members.length,
                  })}
                </span>
              </th>
            </tr>
            {members.map((feature) => (
              <FeatureRow
                key={feature.name}
                feature={feature}
                twinLabel={labelOf(feature.twin?.name)}
                customers={set.customers}
                currency={currency}
                onChoose={onChoose}
                onEdit={onEdit}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
