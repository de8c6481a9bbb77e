// The editor of one reference: whom it describes, its levels and shares, and their sum.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type {
  FeatureLevels,
  ReadReference,
  Reference,
  ReferenceInput,
} from '../../shared/model/reference.ts';
import { Button, Modal, Select, TextField, useFigures, type SelectOption } from '../ui/index.ts';
import { draftLevels, draftOf, draftSum, inputOf } from './draftReference.ts';
import { LevelsTable } from './LevelsTable.tsx';
import styles from './representativeness.module.css';
import { TakeRows } from './TakeRows.tsx';

export interface ReferenceFormProps {
  readonly variables: readonly SelectOption<string>[];
  readonly onVariable: (feature: string) => void;
  /** The chosen variable's present distribution. */
  readonly present: FeatureLevels;
  readonly stored: Reference | undefined;
  /** Bands that begin at these numbers, for a number. */
  readonly onCuts: (cuts: readonly number[]) => void;
  /** Lets the user choose a file and reads it; null when none was chosen. */
  readonly readFile: () => Promise<ReadReference | null>;
  readonly error: string | null;
  readonly onSave: (input: ReferenceInput) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

function Cuts({ present, onCuts }: Pick<ReferenceFormProps, 'present' | 'onCuts'>) {
  const t = useTranslations('representativeness.form');
  const { read, typed } = useFigures();
  const known = present.levels.flatMap(({ from }) => (from === null ? [] : [typed(from)])).join(' ');
  const [text, setText] = useState(known);
  const cuts = text
    .split(/[\s;]+/u)
    .filter((part) => part !== '')
    .map(read);
  const bad = cuts.includes(null);
  const apply = (): void => (bad ? undefined : onCuts(cuts.filter((cut) => cut !== null)));
  return (
    <div className={styles.cuts}>
      <TextField
        label={t('cuts')}
        value={text}
        onChange={setText}
        onEnter={apply}
        note={t('cutsNote')}
        bad={bad}
      />
      <Button disabled={bad} onClick={apply}>
        {t('takeOver')}
      </Button>
    </div>
  );
}

/** Mount it anew (by key) for another variable or other bands. */
export function ReferenceForm(props: ReferenceFormProps) {
  const { present, stored, onSave, onClose } = props;
  const t = useTranslations('representativeness');
  const form = useTranslations('representativeness.form');
  const figures = useFigures();
  const [draft, setDraft] = useState(() => draftOf(present, stored, figures));
  const [unreadable, setUnreadable] = useState<ReadReference['unreadable']>([]);
  const input = inputOf(present.feature, draft, figures);
  const sum = draftSum(draft, figures);
  const take = (read: ReadReference): void => {
    setUnreadable(read.unreadable);
    if (read.rows.length === 0) return;
    const rows = read.rows.map(({ level, share }) => ({ level, share: figures.typed(share) }));
    setDraft({ ...draft, source: draft.source || read.name, levels: draftLevels(present, rows) });
  };
  const fromFile = async (): Promise<void> => {
    const read = await props.readFile();
    if (read) take(read);
  };
  const footer = (
    <>
      {stored ? <Button onClick={props.onRemove}>{form('remove')}</Button> : null}
      <Button variant="primary" disabled={input === null} onClick={() => input && onSave(input)}>
        {form('save')}
      </Button>
    </>
  );
  return (
    <Modal opened onClose={onClose} title={form('title')} footer={footer} widthPx={560}>
      <div className={styles.form}>
        <div className={styles.pair}>
          <Select
            label={t('variable')}
            value={present.feature}
            options={props.variables}
            onChange={props.onVariable}
          />
          <TextField
            label={form('name')}
            placeholder={form('namePlaceholder')}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
          />
        </div>
        {present.kind === 'number' ? <Cuts present={present} onCuts={props.onCuts} /> : null}
        <LevelsTable
          kind={present.kind}
          levels={draft.levels}
          onChange={(levels) => setDraft({ ...draft, levels })}
        />
        <p className={styles.sum}>
          <b>{form('sum', { sum: figures.decimal(sum, Number.isInteger(sum) ? 0 : 1) })}</b> {form('sumNote')}
        </p>
        <TakeRows onTake={take} onFile={() => void fromFile()} unreadable={unreadable} />
        <TextField
          label={form('source')}
          value={draft.source}
          onChange={(source) => setDraft({ ...draft, source })}
        />
        {props.error === null ? null : (
          <p className={styles.error} role="alert">
            {props.error}
          </p>
        )}
      </div>
    </Modal>
  );
}
