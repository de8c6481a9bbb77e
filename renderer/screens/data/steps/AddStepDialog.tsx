// Adding a fix by hand: what it would do is shown before it is recorded.
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isMeasured, type Field, type Source } from '../../../../shared/model/source.ts';
import type { RecordedStep, StepPreview } from '../../../../shared/model/step.ts';
import { useErrorText, useNotify } from '../../../app/index.ts';
import { useAsk, useCommand } from '../../../data/index.ts';
import { isPersonal, maskPersonal } from '../../../intake/index.ts';
import { Banner, Button, Modal, Select, TextField, useFigures } from '../../../ui/index.ts';
import styles from './steps.module.css';
import {
  choicesFor,
  limitOf,
  needsLimits,
  needsValue,
  type StepChoice,
  type StepDraft,
  stepOf,
} from './stepDraft.ts';

const SHOWN = 5;
const NOTHING: RecordedStep = { kind: 'trim', position: 0 };

function Effect({ preview, field }: { readonly preview: StepPreview; readonly field: Field }) {
  const t = useTranslations('fixes.add');
  const shown = (text: string | null): string =>
    text === null ? t('none') : isPersonal(field.role) ? maskPersonal(text, field.pii) : text;
  return (
    <div role="status" className={styles.effect}>
      <p>{t('touched', { touched: preview.touched, of: preview.of })}</p>
      <ul>
        {preview.examples.slice(0, SHOWN).map(({ from, to, count }) => (
          <li key={`${from ?? ''}\n${to ?? ''}`}>
            <bdi>{shown(from)}</bdi> → <bdi>{shown(to)}</bdi>{' '}
            <span className={styles.times}>{t('times', { count })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NeedsProps {
  readonly draft: StepDraft;
  readonly field: Field;
  readonly onChange: (change: Partial<StepDraft>) => void;
}

function Needs({ draft, field, onChange }: NeedsProps) {
  const t = useTranslations('fixes.add');
  const common = useTranslations('common');
  const figures = useFigures();
  const type = field.type === 'date' ? 'date' : 'text';
  const unread = { bad: true, note: common('notNumber') };
  const measured = (label: string, key: 'value' | 'below' | 'above') => (
    <TextField
      key={key}
      label={label}
      type={type}
      value={draft[key]}
      onChange={(text) => onChange({ [key]: text })}
      {...(limitOf(draft[key], field, figures) === null && unread)}
    />
  );
  if (draft.choice === 'fillValue' && isMeasured(field)) return measured(t('value'), 'value');
  if (needsValue(draft.choice)) {
    const note = draft.choice === 'leaveOut' ? t('emptyValue') : undefined;
    return (
      <TextField
        label={t('value')}
        value={draft.value}
        onChange={(value) => onChange({ value })}
        {...(note === undefined ? {} : { note })}
      />
    );
  }
  if (!needsLimits(draft.choice)) return null;
  return (
    <div className={styles.limits}>{(['below', 'above'] as const).map((end) => measured(t(end), end))}</div>
  );
}

export interface AddStepDialogProps {
  readonly source: Source;
  readonly onClose: () => void;
}

export function AddStepDialog({ source, onClose }: AddStepDialogProps) {
  const t = useTranslations('fixes.add');
  const errorText = useErrorText();
  const { notify, fail } = useNotify();
  const figures = useFigures();
  const add = useCommand('steps.add');
  const fields = source.fields.filter(({ role }) => role !== 'ignore');
  const [draft, setDraft] = useState<StepDraft>(() => ({
    position: fields[0]?.position ?? 0,
    choice: 'trim',
    value: '',
    below: '',
    above: '',
  }));
  const field = fields.find(({ position }) => position === draft.position);
  const choices = field ? choicesFor(field) : [];
  const choice = choices.includes(draft.choice) ? draft.choice : (choices[0] ?? 'trim');
  const step = field ? stepOf({ ...draft, choice }, field, figures) : null;
  const asked = useDeferredValue(step);
  const preview = useAsk(
    'steps.preview',
    { sourceId: source.id, step: asked ?? NOTHING },
    { enabled: asked !== null, keepPrevious: true },
  );
  const change = (next: Partial<StepDraft>): void => setDraft((now) => ({ ...now, choice, ...next }));
  const record = (): void => {
    if (!step) return;
    add.mutate(
      { sourceId: source.id, step },
      {
        onSuccess: () => {
          notify('ok', t('added'));
          onClose();
        },
        onError: fail,
      },
    );
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button variant="primary" disabled={!step || add.isPending} onClick={record}>
        {t('record')}
      </Button>
    </>
  );
  return (
    <Modal opened onClose={onClose} title={t('title')} footer={footer} widthPx={520}>
      <div className={styles.form}>
        <Select
          label={t('column')}
          value={String(draft.position)}
          options={fields.map(({ position, name }) => ({ value: String(position), label: name }))}
          onChange={(value) => change({ position: Number(value) })}
        />
        <Select<StepChoice>
          label={t('fix')}
          value={choice}
          options={choices.map((value) => ({ value, label: t(`choices.${value}`) }))}
          onChange={(next) => change({ choice: next })}
        />
        {field ? <Needs draft={{ ...draft, choice }} field={field} onChange={change} /> : null}
        {preview.error && asked ? <Banner tone="bad">{errorText(preview.error)}</Banner> : null}
        {field && asked && preview.data ? <Effect preview={preview.data} field={field} /> : null}
      </div>
    </Modal>
  );
}
