// The filter of one column, in its header: a list of values, a range, or a condition on texts.
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnSummary, RowFilter } from '../../../../shared/model/rowView.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { useAsk } from '../../../data/index.ts';
import { isPersonal } from '../../../intake/index.ts';
import {
  Button,
  Checkbox,
  IconButton,
  MicroHistogram,
  Popover,
  SearchField,
  Select,
  TextField,
  useFigures,
} from '../../../ui/index.ts';
import {
  draftOf,
  type FilterDraft,
  type FilterOp,
  filterOf,
  isUnread,
  kindOf,
  opsOf,
} from './filterDraft.ts';
import styles from './table.module.css';

interface EditorProps {
  readonly field: Field;
  readonly draft: FilterDraft;
  readonly summary: ColumnSummary | undefined;
  readonly onChange: (change: Partial<FilterDraft>) => void;
  readonly onEnter: () => void;
}

/** Values with their counts, the most frequent first. */
function ValueList({ draft, summary, onChange }: Pick<EditorProps, 'draft' | 'summary' | 'onChange'>) {
  const t = useTranslations('data.table');
  const figures = useFigures();
  const [wanted, setWanted] = useState('');
  const listed = (summary?.texts ?? []).filter(({ text }) =>
    text.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  const toggle = (text: string, on: boolean): void =>
    onChange({ texts: on ? [...draft.texts, text] : draft.texts.filter((one) => one !== text) });
  return (
    <>
      <SearchField label={t('searchValues')} value={wanted} onChange={setWanted} />
      <div className={styles.values} role="group" aria-label={t('values')} tabIndex={-1}>
        {listed.map(({ text, count }) => (
          <div key={text} className={styles.value}>
            <Checkbox checked={draft.texts.includes(text)} onChange={(on) => toggle(text, on)}>
              <bdi>{text}</bdi>
            </Checkbox>
            <span className={styles.count}>{figures.count(count)}</span>
          </div>
        ))}
        {summary && listed.length === 0 ? <p className={styles.hint}>{t('noValues')}</p> : null}
      </div>
      {summary && summary.distinct > summary.texts.length ? (
        <p className={styles.hint}>
          {t('mostFrequent', { count: summary.texts.length, all: summary.distinct })}
        </p>
      ) : null}
    </>
  );
}

function RangeFields({ field, draft, summary, onChange, onEnter }: EditorProps) {
  const t = useTranslations('data.table');
  const common = useTranslations('common');
  const figures = useFigures();
  const kind = kindOf(field);
  const bounds = ['from', 'to'] as const;
  return (
    <>
      {summary?.range ? (
        <MicroHistogram counts={summary.range.bars} label={t('distribution', { column: field.name })} />
      ) : null}
      <div className={styles.bounds}>
        {bounds.map((end) => (
          <TextField
            key={end}
            label={t(end)}
            type={kind === 'date' ? 'date' : 'text'}
            value={draft[end]}
            onChange={(value) => onChange({ [end]: value })}
            onEnter={onEnter}
            {...(isUnread(draft[end], kind, figures) && { bad: true, note: common('notNumber') })}
          />
        ))}
      </div>
    </>
  );
}

function YesNo({ draft, onChange }: Pick<EditorProps, 'draft' | 'onChange'>) {
  const t = useTranslations('data.table');
  return (
    <Select
      label={t('value')}
      value={draft.from === '' ? 'any' : draft.from}
      options={[
        { value: 'any', label: t('anyValue') },
        { value: '1', label: t('yes') },
        { value: '0', label: t('no') },
      ]}
      onChange={(value) =>
        onChange(value === 'any' ? { from: '', to: '' } : { from: String(value), to: String(value) })
      }
    />
  );
}

function Editor(props: EditorProps) {
  const t = useTranslations('data.table');
  const { field, draft, onChange, onEnter } = props;
  const kind = kindOf(field);
  if (draft.op === 'missing' || draft.op === 'notMissing') return null;
  if (kind === 'boolean') return <YesNo draft={draft} onChange={onChange} />;
  if (draft.op === 'between') return <RangeFields {...props} />;
  if (draft.op === 'oneOf') return <ValueList {...props} />;
  return (
    <TextField
      label={t('text')}
      value={draft.text}
      onChange={(text) => onChange({ text })}
      onEnter={onEnter}
    />
  );
}

export interface FilterPopoverProps {
  readonly sourceId: number;
  readonly field: Field;
  readonly filter: RowFilter | undefined;
  readonly onFilter: (filter: RowFilter | null) => void;
}

/** A button in the column's header and the panel it opens. */
export function FilterPopover({ sourceId, field, filter, onFilter }: FilterPopoverProps) {
  const t = useTranslations('data.table');
  const figures = useFigures();
  const [opened, setOpened] = useState(false);
  const kind = kindOf(field);
  const personal = isPersonal(field.role);
  // Personal values are not listed: they would be readable in the panel.
  const ops = opsOf(kind).filter((op) => op !== 'oneOf' || !personal);
  const [draft, setDraft] = useState<FilterDraft>(() => draftOf(kind, filter, figures));
  const question = { sourceId, position: field.position };
  const summary = useAsk('sources.columnSummary', question, { enabled: opened && !personal }).data;
  const open = (): void => {
    const begun = draftOf(kind, filter, figures);
    setDraft(ops.includes(begun.op) ? begun : { ...begun, op: ops[0] ?? 'contains' });
    setOpened(true);
  };
  const close = (): void => setOpened(false);
  const unread =
    draft.op === 'between' && [draft.from, draft.to].some((text) => isUnread(text, kind, figures));
  const apply = (): void => {
    if (unread) return;
    onFilter(filterOf(field.position, kind, draft, figures));
    close();
  };
  const clear = (): void => {
    onFilter(null);
    close();
  };
  return (
    <Popover
      opened={opened}
      onClose={close}
      label={t('filterOf', { column: field.name })}
      widthPx={280}
      trigger={
        <IconButton
          icon={filter ? IconFilterFilled : IconFilter}
          size={24}
          label={t(filter ? 'filtered' : 'filterOf', { column: field.name })}
          aria-expanded={opened}
          className={filter ? styles.active : styles.idle}
          onClick={opened ? close : open}
        />
      }
    >
      <div className={styles.filter}>
        <Select<FilterOp>
          label={t('condition')}
          value={draft.op}
          options={ops.map((value) => ({ value, label: t(`ops.${value}`) }))}
          onChange={(op) => setDraft({ ...draft, op })}
        />
        <Editor
          field={field}
          draft={draft}
          summary={summary}
          onChange={(change) => setDraft({ ...draft, ...change })}
          onEnter={apply}
        />
        <div className={styles.buttons}>
          <Button size={24} onClick={clear} disabled={!filter}>
            {t('clear')}
          </Button>
          <Button size={24} variant="primary" disabled={unread} onClick={apply}>
            {t('apply')}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
