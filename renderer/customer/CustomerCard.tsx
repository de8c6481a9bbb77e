// The card: who, in which segments, how they compare, and every record about them.
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CustomerCard as Card } from '../../shared/model/customer.ts';
import type { ActionChannel } from '../../shared/model/playbook.ts';
import type { Project } from '../../shared/model/project.ts';
import { SEGMENT_COLOURS } from '../../shared/model/segmentation.ts';
import type { Source } from '../../shared/model/source.ts';
import { useAsk } from '../data/index.ts';
import { isPersonal } from '../intake/index.ts';
import { Button, Checkbox, Chip, Modal, SegmentGlyph } from '../ui/index.ts';
import { EraseCustomer } from './EraseCustomer.tsx';
import { FeatureTable } from './FeatureTable.tsx';
import { SourceRecords } from './SourceRecords.tsx';
import styles from './customer.module.css';

export interface CustomerCardProps {
  readonly card: Card;
  readonly sources: readonly Source[];
  readonly project: Project;
  readonly onClose: () => void;
}

const slotOf = (colour: string): number => SEGMENT_COLOURS.findIndex((known) => known === colour);

function Belongs({ card }: { readonly card: Card }) {
  const t = useTranslations('customer');
  const channel = useTranslations('exports.channel');
  // A segment that was not named goes by the name that its evidence suggests, as on the other screens.
  const active = card.segments.some((one) => one.active);
  const suggested = useAsk('segments.list', {}, { enabled: active }).data ?? [];
  const nameOf = ({ segmentId, name }: Card['segments'][number]): string =>
    name ?? suggested.find(({ id }) => id === segmentId)?.name ?? t('unnamed');
  return (
    <div className={styles.belongs}>
      {card.alsoKnownAs.length > 0 ? <p>{t('alsoKnownAs', { keys: card.alsoKnownAs.join(', ') })}</p> : null}
      <p className={styles.chips}>
        {card.segments.map((one) => (
          <span key={one.segmentationId} className={styles.segment} data-active={one.active || undefined}>
            <SegmentGlyph slot={slotOf(one.colour)} />
            {nameOf(one)}
          </span>
        ))}
        {card.segments.length === 0 ? <span>{t(card.analysed ? 'noSegment' : 'notAnalysed')}</span> : null}
      </p>
      {card.reach ? (
        <p className={styles.chips}>
          {card.reach.map((one) => (
            <Chip key={one.channel} tone={one.reached ? 'ok' : 'outline'}>
              {t(one.reached ? 'reached' : 'notReached', { channel: channel(one.channel as ActionChannel) })}
            </Chip>
          ))}
        </p>
      ) : null}
    </div>
  );
}

export function CustomerCard({ card, sources, project, onClose }: CustomerCardProps) {
  const t = useTranslations('customer');
  const [showPersonal, setShowPersonal] = useState(false);
  const [erasing, setErasing] = useState(false);
  const listed = card.sources.flatMap((records) => {
    const source = sources.find(({ id }) => id === records.sourceId);
    return source ? [{ source, records }] : [];
  });
  const personal = listed.some(({ source }) => source.fields.some(({ role }) => isPersonal(role)));
  if (erasing) {
    const records = card.sources.reduce((sum, { total }) => sum + total, 0);
    const back = (): void => setErasing(false);
    return <EraseCustomer customerKey={card.key} records={records} onBack={back} onErased={onClose} />;
  }
  const footer = (
    <>
      {project.readOnly ? null : (
        <Button variant="danger" icon={IconEraser} onClick={() => setErasing(true)}>
          {t('erase.start')}
        </Button>
      )}
      <span className={styles.grow} />
      <Button data-first onClick={onClose}>
        {t('close')}
      </Button>
    </>
  );
  return (
    <Modal opened onClose={onClose} title={t('title', { key: card.key })} footer={footer} widthPx={860}>
      <div className={styles.card}>
        <Belongs card={card} />
        {personal ? (
          <Checkbox checked={showPersonal} onChange={setShowPersonal}>
            {t('showPersonal')}
          </Checkbox>
        ) : null}
        {listed.map(({ source, records }) => (
          <SourceRecords key={source.id} source={source} records={records} showPersonal={showPersonal} />
        ))}
        {card.features.length > 0 ? <FeatureTable card={card} currency={project.settings.currency} /> : null}
      </div>
    </Modal>
  );
}
