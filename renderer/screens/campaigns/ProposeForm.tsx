// Name and start of a new plan. Enter or Ctrl Enter proposes it.
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button, Modal, Progress, TextField } from '../../ui/index.ts';
import styles from './campaigns.module.css';
import { DAY_MS, isoDay, mondayOf } from './timeline.ts';

export interface ProposeFormProps {
  /** Today (yyyy-mm-dd): the plan starts on the Monday after, unless changed. */
  readonly today: string;
  readonly onPropose: (name: string, startDate: string) => void;
  /** Share of the running proposal, or null. */
  readonly proposing: number | null;
}

const WEEK_DAYS = 7;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The Monday after a day. */
const nextMonday = (today: string): string =>
  isoDay(mondayOf(Math.floor(Date.parse(`${today}T00:00:00Z`) / DAY_MS)) + WEEK_DAYS);

function useDraft(today: string) {
  const t = useTranslations('campaigns');
  const format = useFormatter();
  const [startDate, setStartDate] = useState(() => nextMonday(today));
  const [name, setName] = useState<string | null>(null);
  const valid = DAY.test(startDate);
  const month = valid
    ? format.dateTime(new Date(`${startDate}T00:00:00Z`), { month: 'long', year: 'numeric', timeZone: 'UTC' })
    : '';
  return { name: name ?? t('defaultName', { month }), setName, startDate, setStartDate, valid };
}

/** The form itself, for the empty screen and for the dialog. */
export function ProposeForm({ today, onPropose, proposing }: ProposeFormProps) {
  const t = useTranslations('campaigns');
  const { name, setName, startDate, setStartDate, valid } = useDraft(today);
  const named = name.trim() !== '';
  const run = (): void => {
    if (named && valid && proposing === null) onPropose(name.trim(), startDate);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) run();
  };
  return (
    <form className={styles.propose} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <TextField
        label={t('planName')}
        value={name}
        onChange={setName}
        {...(named ? {} : { bad: true, note: t('needsName') })}
      />
      <TextField
        label={t('startDate')}
        type="date"
        value={startDate}
        onChange={setStartDate}
        {...(valid ? {} : { bad: true, note: t('needsDate') })}
      />
      <div className={styles.proposeRun}>
        <Button variant="primary" submit keys="Ctrl ↵" disabled={proposing !== null}>
          {t('propose')}
        </Button>
        {proposing === null ? null : (
          <span className={styles.progress}>
            <Progress share={proposing} label={t('proposing')} />
          </span>
        )}
      </div>
    </form>
  );
}

/** The form over an existing plan. */
export function ProposeDialog({
  opened,
  onClose,
  ...form
}: ProposeFormProps & { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useTranslations('campaigns');
  return (
    <Modal opened={opened} onClose={onClose} title={t('proposeTitle')}>
      <p className={styles.dialogText}>{t('proposeText')}</p>
      <ProposeForm {...form} />
    </Modal>
  );
}
