// Repairs that are looked over first: which spellings to merge, which limits, what to fill in, which record to keep.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Fix } from '../../../shared/model/quality.ts';
import type { RecordedStep } from '../../../shared/model/step.ts';
import { useAsk } from '../../data/index.ts';
import { Button, Checkbox, Modal, Select, TextField, useFigures } from '../../ui/index.ts';
import { LimitHistogram } from './LimitHistogram.tsx';
import styles from './quality.module.css';

type FixOf<K extends Fix['kind']> = Extract<Fix, { kind: K }>;

export interface FixDialogProps<K extends Fix['kind']> {
  readonly fix: FixOf<K>;
  readonly column: string;
  readonly onApply: (sourceId: number, step: RecordedStep) => void;
  readonly onClose: () => void;
}

/** Cancel, and the verb of the dialog. */
function Foot(props: {
  readonly apply: string;
  readonly disabled?: boolean;
  readonly onApply: () => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations('quality.dialogs');
  return (
    <>
      <Button onClick={props.onClose}>{t('cancel')}</Button>
      <Button variant="primary" disabled={props.disabled ?? false} onClick={props.onApply}>
        {props.apply}
      </Button>
    </>
  );
}

export function SpellingDialog({ fix, column, onApply, onClose }: FixDialogProps<'spelling'>) {
  const t = useTranslations('quality.dialogs.spelling');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [targets, setTargets] = useState<readonly string[]>(fix.groups.map((group) => group[0]?.word ?? ''));
  const idOf = (group: number, word: string): string => `${group} ${word}`;
  const merged = fix.groups.flatMap((words, group) => {
    const used = words.map(({ word }) => word).filter((word) => !left.has(idOf(group, word)));
    const into = (targets[group] ?? '').trim();
    const from = used.filter((word) => word !== into);
    return used.length > 0 && from.length > 0 && into !== '' && used.length > (used.includes(into) ? 1 : 0)
      ? [{ into, from }]
      : [];
  });
  const apply = (): void =>
    onApply(fix.sourceId, { kind: 'mergeValues', position: fix.position, groups: merged });
  const toggle = (id: string): void =>
    setLeft((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const foot = (
    <Foot
      apply={t('apply', { count: merged.length })}
      disabled={merged.length === 0}
      onApply={apply}
      onClose={onClose}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t('title', { column })} widthPx={620} footer={foot}>
      <p>{t('note')}</p>
      <ul className={styles.groups}>
        {fix.groups.map((words, group) => (
          <li key={idOf(group, words[0]?.word ?? '')}>
            <div>
              {words.map(({ word, count }) => (
                <Checkbox
                  key={word}
                  checked={!left.has(idOf(group, word))}
                  onChange={() => toggle(idOf(group, word))}
                >
                  {`${word} (${count})`}
                </Checkbox>
              ))}
            </div>
            <TextField
              label={t('into')}
              value={targets[group] ?? ''}
              onChange={(text) => setTargets((now) => now.map((one, at) => (at === group ? text : one)))}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** Numbers that may be left out: null for an empty field, NaN for what is no number. */
function useLimits() {
  const { read, typed } = useFigures();
  return {
    limitOf: (text: string): number | null => (text.trim() === '' ? null : (read(text) ?? NaN)),
    written: (value: number | null): string => (value === null ? '' : typed(value)),
  };
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(6));

export function CapDialog({ fix, column, onApply, onClose }: FixDialogProps<'cap'>) {
  const t = useTranslations('quality.dialogs.cap');
  const common = useTranslations('common');
  const { limitOf, written } = useLimits();
  const [low, setLow] = useState(() => written(rounded(fix.low)));
  const [high, setHigh] = useState(() => written(rounded(fix.high)));
  const [below, above] = [limitOf(low), limitOf(high)];
  const valid =
    (below !== null || above !== null) &&
    ![below, above].some(Number.isNaN) &&
    (below ?? -Infinity) < (above ?? Infinity);
  const step: RecordedStep = {
    kind: 'capOutliers',
    position: fix.position,
    ...(below === null ? {} : { below }),
    ...(above === null ? {} : { above }),
  };
  const preview = useAsk(
    'steps.preview',
    { sourceId: fix.sourceId, step },
    { enabled: valid, keepPrevious: true },
  ).data;
  const noteOf = (limit: number | null) =>
    Number.isNaN(limit) ? { bad: true, note: common('notNumber') } : {};
  const foot = (
    <Foot
      apply={t('apply')}
      disabled={!valid}
      onApply={() => onApply(fix.sourceId, step)}
      onClose={onClose}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t('title', { column })} widthPx={560} footer={foot}>
      <p>{t('note')}</p>
      <LimitHistogram
        bars={fix.bars}
        low={valid ? below : null}
        high={valid ? above : null}
        summary={t('chart', { column })}
      />
      <div className={styles.pair}>
        <TextField label={t('low')} value={low} onChange={setLow} {...noteOf(below)} />
        <TextField label={t('high')} value={high} onChange={setHigh} {...noteOf(above)} />
      </div>
      <p role="status" className={styles.quiet}>
        {valid && preview ? t('touched', { count: preview.touched }) : ''}
      </p>
    </Modal>
  );
}

export function FillDialog({ fix, column, onApply, onClose }: FixDialogProps<'fill'>) {
  const t = useTranslations('quality.dialogs.fill');
  const common = useTranslations('common');
  const [kind, setKind] = useState<'median' | 'mode' | 'value'>(fix.numeric ? 'median' : 'mode');
  const [own, setOwn] = useState('');
  const value = own.trim();
  const number = useFigures().read(value);
  const bad = fix.numeric && value !== '' && number === null;
  const filling = fix.numeric && number !== null ? { number } : { value };
  const step: RecordedStep = {
    kind: 'fillMissing',
    position: fix.position,
    with: kind === 'value' ? filling : kind,
  };
  const options = [
    ...(fix.numeric ? [{ value: 'median' as const, label: t('median') }] : []),
    { value: 'mode' as const, label: t('mode') },
    { value: 'value' as const, label: t('value') },
  ];
  const disabled = kind === 'value' && (value === '' || bad);
  const foot = (
    <Foot
      apply={t('apply')}
      disabled={disabled}
      onApply={() => onApply(fix.sourceId, step)}
      onClose={onClose}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t('title', { column })} footer={foot}>
      <p>{t('note')}</p>
      <Select label={t('with')} value={kind} options={options} onChange={setKind} />
      {kind === 'value' ? (
        <TextField
          label={t('own')}
          value={own}
          onChange={setOwn}
          {...(bad && { bad, note: common('notNumber') })}
        />
      ) : null}
    </Modal>
  );
}

export function KeepOneDialog({ fix, column, onApply, onClose }: FixDialogProps<'keepOne'>) {
  const t = useTranslations('quality.dialogs.keepOne');
  const [keep, setKeep] = useState<'first' | 'last' | 'merge'>('last');
  const options = (['last', 'merge', 'first'] as const).map((value) => ({ value, label: t(value) }));
  const apply = (): void => onApply(fix.sourceId, { kind: 'keepOne', position: fix.position, keep });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { column })}
      footer={<Foot apply={t('apply')} onApply={apply} onClose={onClose} />}
    >
      <Select label={t('keep')} value={keep} options={options} onChange={setKeep} />
      <p className={styles.quiet}>{t('note')}</p>
    </Modal>
  );
}

export interface LedgerDialogProps {
  readonly total: number | null;
  /** The sum in the data, ready for reading. */
  readonly here: string;
  readonly onSave: (total: number | null) => void;
  readonly onClose: () => void;
}

export function LedgerDialog({ total, here, onSave, onClose }: LedgerDialogProps) {
  const t = useTranslations('quality.dialogs.ledger');
  const { limitOf, written } = useLimits();
  const [text, setText] = useState(() => written(total));
  const value = limitOf(text);
  const bad = Number.isNaN(value);
  const foot = (
    <>
      {total === null ? null : <Button onClick={() => onSave(null)}>{t('clear')}</Button>}
      <Foot
        apply={t('apply')}
        disabled={bad || value === null}
        onApply={() => onSave(value)}
        onClose={onClose}
      />
    </>
  );
  return (
    <Modal opened onClose={onClose} title={t('title')} footer={foot}>
      <p>{t('note')}</p>
      <TextField
        label={t('total')}
        value={text}
        bad={bad}
        onChange={setText}
        {...(bad ? { note: t('invalid') } : {})}
      />
      <p className={styles.quiet}>{t('here', { total: here })}</p>
    </Modal>
  );
}
