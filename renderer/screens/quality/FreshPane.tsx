// How old the profiles are, with the median and the limit that the analyst can move.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import type { ProfileAges, QualityLimits } from '../../../shared/model/quality.ts';
import { AgeHistogram } from '../../charts/index.ts';
import { Button, LinkButton, Panel, Popover, Select, TextField, useFigures } from '../../ui/index.ts';
import styles from './quality.module.css';

export interface FreshPaneProps {
  /** Null when no date tells. */
  readonly ages: ProfileAges | null;
  readonly limits: QualityLimits;
  /** Columns that may say when a profile was last confirmed. */
  readonly dates: readonly DateColumn[];
  readonly onLimits: (limits: Partial<QualityLimits>) => void;
}

export interface DateColumn {
  readonly sourceId: number;
  readonly position: number;
  readonly name: string;
}

const keyOf = (confirmed: QualityLimits['confirmed']): string =>
  typeof confirmed === 'string' ? confirmed : `${confirmed.sourceId}:${confirmed.position}`;

/** Which date counts. */
function DateChoice({ limits, dates, onLimits }: Omit<FreshPaneProps, 'ages'>) {
  const t = useTranslations('quality.fresh');
  const options = [
    { value: 'proposed', label: t('proposed') },
    ...dates.map((date) => ({ value: keyOf(date), label: date.name })),
    { value: 'lastOrder', label: t('lastOrder') },
  ];
  const choose = (value: string): void => {
    const date = dates.find((one) => keyOf(one) === value);
    if (date) onLimits({ confirmed: { sourceId: date.sourceId, position: date.position } });
    else onLimits({ confirmed: value === 'lastOrder' ? 'lastOrder' : 'proposed' });
  };
  return (
    <Select
      label={t('confirmedBy')}
      labelAt="before"
      size={24}
      value={keyOf(limits.confirmed)}
      options={options}
      onChange={choose}
    />
  );
}

interface LimitFormProps extends Pick<FreshPaneProps, 'limits'> {
  readonly onLimit: (staleMonths: number) => void;
}

function LimitForm({ limits, onLimit }: LimitFormProps) {
  const t = useTranslations('quality.fresh');
  const [text, setText] = useState(String(limits.staleMonths));
  const months = Number(text);
  const valid = Number.isInteger(months) && months >= 1 && months <= 240;
  const save = (): void => (valid ? onLimit(months) : undefined);
  return (
    <div className={styles.form}>
      <p>{t('whyText')}</p>
      <TextField
        label={t('limit')}
        value={text}
        type="number"
        bad={!valid}
        onChange={setText}
        onEnter={save}
        {...(valid ? {} : { note: t('limitInvalid') })}
      />
      <Button disabled={!valid} onClick={save}>
        {t('setLimit')}
      </Button>
    </div>
  );
}

export function FreshPane({ ages, limits, dates, onLimits }: FreshPaneProps) {
  const t = useTranslations('quality.fresh');
  const common = useTranslations('common.chart');
  const figures = useFigures();
  const [opened, setOpened] = useState(false);
  const { staleMonths } = limits;
  const title = t(`title.${ages?.basis ?? 'confirmed'}`);
  const trigger = (
    <LinkButton aria-expanded={opened} onClick={() => setOpened(true)}>
      {t('why', { months: figures.count(staleMonths) })}
    </LinkButton>
  );
  const actions = (
    <Popover
      trigger={trigger}
      opened={opened}
      onClose={() => setOpened(false)}
      label={t('limit')}
      side="bottom-end"
    >
      <LimitForm
        limits={limits}
        onLimit={(months) => {
          setOpened(false);
          onLimits({ staleMonths: months });
        }}
      />
    </Popover>
  );
  const choice =
    dates.length === 0 ? null : (
      <div className={styles.dateChoice}>
        <DateChoice limits={limits} dates={dates} onLimits={onLimits} />
      </div>
    );
  if (!ages) {
    return (
      <Panel title={title}>
        {choice}
        <p className={styles.quiet}>{t('none')}</p>
      </Panel>
    );
  }
  const months = (count: number): string => t('months', { count: Math.round(count) });
  const summary = t('summary', {
    median: figures.decimal(ages.medianMonths, 1),
    older: figures.count(ages.older),
    known: figures.count(ages.known),
    months: figures.count(staleMonths),
  });
  if (ages.known < MIN_CUSTOMERS)
    return (
      <Panel title={title} actions={actions}>
        {choice}
        <p>{summary}</p>
        <p className={styles.quiet}>{common('tooFew')}</p>
      </Panel>
    );
  const older = `${figures.count(ages.older)} (${figures.share(ages.older / ages.known)})`;
  return (
    <Panel title={title} actions={actions}>
      {choice}
      <AgeHistogram
        bins={ages.bins}
        medianMonths={ages.medianMonths}
        limitMonths={staleMonths}
        summary={summary}
        words={{
          median: t('median', { months: months(ages.medianMonths) }),
          older: t('older', { count: staleMonths }),
          olderCount: older,
          axis: t(`axis.${ages.basis}`),
          age: t('age'),
          count: t('customers'),
        }}
      />
    </Panel>
  );
}
