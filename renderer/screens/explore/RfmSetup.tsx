// Where RFM scores are cut, and from which day recency counts: a dialog; nothing changes before it is saved.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RfmSettings } from '../../../shared/model/division.ts';
import { Button, Modal, TextField, type TypedNumbers, useFigures } from '../../ui/index.ts';
import { readCuts, writeCuts } from './cutPoints.ts';
import styles from './methods.module.css';

const DIMENSIONS = ['recency', 'frequency', 'monetary'] as const;
const COMPLETE_DATE = /^(?:[12]\d{3}-\d{2}-\d{2})?$/u;

type Texts = Readonly<Record<(typeof DIMENSIONS)[number], string>>;

export interface RfmSetupProps {
  readonly cuts: RfmSettings['cuts'];
  /** ISO code of amounts. */
  readonly currency: string;
  /** yyyy-mm-dd; null = the day after the last order. */
  readonly analysisDate: string | null;
  readonly onSave: (cuts: RfmSettings['cuts'], analysisDate: string | null) => void;
  readonly onClose: () => void;
}

function cutsOf(texts: Texts, numbers: TypedNumbers): RfmSettings['cuts'] | null {
  const read = DIMENSIONS.map((dimension) => [dimension, readCuts(texts[dimension], numbers)] as const);
  if (read.some(([, cuts]) => cuts === null)) return null;
  return Object.fromEntries(read.flatMap(([name, cuts]) => (cuts?.length ? [[name, [...cuts]]] : [])));
}

/** What each is counted in, where it is not plain numbers. */
function useLabels(currency: string): Readonly<Record<keyof Texts, string>> {
  const t = useTranslations('methods.rfmSetup');
  const names = useTranslations('features.builtIn');
  const units = useTranslations('segments.unitNames');
  return {
    recency: t('cutsIn', { name: names('recency'), unit: units('days') }),
    frequency: t('cuts', { name: names('frequency') }),
    monetary: t('cutsIn', { name: names('monetary'), unit: currency }),
  };
}

export function RfmSetup({ cuts, currency, analysisDate, onSave, onClose }: RfmSetupProps) {
  const t = useTranslations('methods.rfmSetup');
  const figures = useFigures();
  const labels = useLabels(currency);
  const words = useTranslations('features');
  const [date, setDate] = useState(analysisDate ?? '');
  const [texts, setTexts] = useState<Texts>({
    recency: writeCuts(cuts.recency, figures),
    frequency: writeCuts(cuts.frequency, figures),
    monetary: writeCuts(cuts.monetary, figures),
  });
  const read = cutsOf(texts, figures);
  const sound = read !== null && COMPLETE_DATE.test(date);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      footer={
        <Button
          variant="primary"
          disabled={!sound}
          onClick={() => (read ? onSave(read, date === '' ? null : date) : undefined)}
        >
          {t('save')}
        </Button>
      }
    >
      <p className={styles.note}>{t('note')}</p>
      <div className={styles.stack}>
        {DIMENSIONS.map((dimension) => {
          const bad = readCuts(texts[dimension], figures) === null;
          return (
            <TextField
              key={dimension}
              label={labels[dimension]}
              value={texts[dimension]}
              placeholder={t('quantiles')}
              bad={bad}
              onChange={(text) => setTexts({ ...texts, [dimension]: text })}
              {...(bad && { note: t('bad') })}
            />
          );
        })}
        <TextField
          label={words('analysisDate')}
          type="date"
          value={date}
          note={t('dateNote')}
          onChange={setDate}
        />
      </div>
    </Modal>
  );
}
