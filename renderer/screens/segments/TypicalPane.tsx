// Real customers nearest to the segment's centre, by the project's own key; never a column of personal data.
import { useTranslations } from 'use-intl';
import type { EvidenceUnit } from '../../../shared/model/evidence.ts';
import type { SegmentDetail } from '../../../shared/model/segmentation.ts';
import { Panel, SimpleTable, type TableColumn } from '../../ui/index.ts';
import { useCustomerDialogs } from '../../customer/index.ts';
import { useFeatureNames, type WriteLevel } from '../../evidence/index.ts';
import styles from './segments.module.css';

type Typical = SegmentDetail['typical'][number];

export interface TypicalPaneProps {
  readonly typical: readonly Typical[];
  readonly features: readonly string[];
  readonly headerOf: (feature: string) => string | undefined;
  readonly unitOf: (feature: string) => EvidenceUnit;
  readonly write: WriteLevel;
}

const MISSING = '–';

/** A table of typical customers with the features that were clustered. */
export function TypicalPane({ typical, features, headerOf, unitOf, write }: TypicalPaneProps) {
  const t = useTranslations('segments');
  const nameOf = useFeatureNames();
  const openCustomer = useCustomerDialogs((dialogs) => dialogs.openCustomer);
  const columns: TableColumn<Typical>[] = [
    { key: 'key', header: t('customer'), cell: ({ key }) => <span className={styles.raw}>{key}</span> },
    ...features.map(
      (feature, index): TableColumn<Typical> => ({
        key: feature,
        header: nameOf(feature, headerOf(feature)),
        align: 'end',
        cell: ({ values }) => {
          const value = values[index];
          if (value === null || value === undefined) return MISSING;
          return typeof value === 'number' ? write(value, unitOf(feature)) : value;
        },
      }),
    ),
  ];
  return (
    <Panel
      edge="top"
      padded={false}
      title={t('typical')}
      note={t('typicalNote')}
      className={styles.block ?? ''}
    >
      <SimpleTable
        label={t('typical')}
        columns={columns}
        rows={typical}
        rowKey={({ key }) => key}
        onOpen={({ key }) => openCustomer(key)}
        empty={t('noTypical')}
      />
    </Panel>
  );
}
