// What became of the segments that were in use before, why customers moved, and what may be taken over.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SegmentLineage } from '../../../shared/model/lineage.ts';
import { LinkButton, Modal } from '../../ui/index.ts';
import { LineageChanges, LineageMovesTable } from './LineageCauses.tsx';
import { LineageFates } from './LineageFates.tsx';
import { LineageOffers, type LineageOffersProps } from './LineageOffers.tsx';
import styles from './lineage.module.css';

const KINDS = ['kept', 'split', 'merged', 'born', 'died'] as const;

export interface LineagePaneProps extends Omit<LineageOffersProps, 'proposals'> {
  readonly lineage: SegmentLineage;
}

/** Some lines under the list of segments; they open the whole report. */
export function LineagePane({ lineage, ...offers }: LineagePaneProps) {
  const t = useTranslations('segments.lineage');
  const [opened, setOpened] = useState(false);
  const { fates, proposals } = lineage;
  const counts = KINDS.flatMap((kind) => {
    const count = fates.filter((fate) => fate.kind === kind).length;
    return count > 0 ? [t(`counts.${kind}`, { count })] : [];
  });
  return (
    <div className={styles.line}>
      <p>
        {t('since')} {counts.join(', ')}
      </p>
      {proposals.length > 0 ? (
        <p className={styles.offer}>{t('waiting', { count: proposals.length })}</p>
      ) : null}
      <LinkButton onClick={() => setOpened(true)}>{t('open')}</LinkButton>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('title')} widthPx={760}>
        <LineageChanges lineage={lineage} />
        {proposals.length > 0 ? <LineageOffers proposals={proposals} {...offers} /> : null}
        {lineage.placed ? null : <p className={styles.about}>{t('about', { n: lineage.customersInBoth })}</p>}
        <LineageFates fates={fates} />
        <LineageMovesTable lineage={lineage} />
      </Modal>
    </div>
  );
}
