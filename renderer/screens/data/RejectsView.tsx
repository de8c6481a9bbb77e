// Records that were kept aside: line, column, value, reason and the whole record; narrowed by reason, put right in
// place, saved as a list.
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../shared/model/issue.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useAsk, useAskNow } from '../../data/index.ts';
import { useSaveFile } from '../../handover/index.ts';
import { isPersonal, maskPersonal, useDataWords } from '../../intake/index.ts';
import { Button, DataGrid, type GridColumn, Select, StatusLabel, useFigures } from '../../ui/index.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import styles from './data.module.css';

/** Personal data of a rejected record stay masked, too: by column, in the order of the file. */
type InFile = readonly (number | null)[];

function maskCells(source: Source, inFile: InFile, cells: readonly string[]): string {
  return cells
    .map((cell, at) => {
      const field = source.fields.find(({ position }) => position === inFile[at]);
      return field && isPersonal(field.role) && cell !== '' ? maskPersonal(cell, field.pii ?? null) : cell;
    })
    .join(' | ');
}

function maskValue(source: Source, { column, value }: SourceIssue): string {
  if (value === null) return '';
  const field = source.fields.find(({ name }) => name === column);
  return field && isPersonal(field.role) && value !== '' ? maskPersonal(value, field.pii ?? null) : value;
}

type Group = Pick<SourceIssue, 'severity' | 'code' | 'column' | 'count'>;

function useReason() {
  const words = useDataWords();
  return ({ code, args, column, value }: Pick<SourceIssue, 'code' | 'args' | 'column' | 'value'>): string =>
    words.reject({ code, args, column: column ?? undefined, value: value ?? undefined });
}

function useColumns(
  source: Source,
  inFile: InFile,
  onCorrect: (issue: SourceIssue) => void,
): readonly GridColumn<SourceIssue>[] {
  const t = useTranslations('data');
  const w = useTranslations('fixes.rejects');
  const reason = useReason();
  const figures = useFigures();
  const named = (
    key: string,
    name: string,
    rest: Pick<GridColumn<SourceIssue>, 'cell'> & Partial<GridColumn<SourceIssue>>,
  ) => ({ key, name, header: name, ...rest });
  return [
    named('line', t('line'), {
      align: 'end',
      widthPx: 84,
      cell: ({ lines }) => figures.count(lines[0] ?? 0),
    }),
    named('record', t('rejects.record'), {
      align: 'end',
      widthPx: 90,
      cell: ({ record }) => figures.count(record ?? 0),
    }),
    named('state', w('state'), {
      widthPx: 124,
      cell: (issue) => {
        if (issue.corrected) return <StatusLabel tone="ok">{w('corrected')}</StatusLabel>;
        if (issue.cells === null || issue.cells.length === 0) return w('keptOut');
        return (
          <Button
            size={24}
            tabIndex={-1}
            aria-label={w('correctNamed', { record: issue.record ?? 0 })}
            onClick={() => onCorrect(issue)}
          >
            {w('correct')}
          </Button>
        );
      },
    }),
    named('column', t('rejects.column'), { widthPx: 140, cell: ({ column }) => column ?? '' }),
    named('value', t('rejects.value'), {
      widthPx: 150,
      cell: (issue) => <span className={styles.raw}>{maskValue(source, issue)}</span>,
    }),
    named('reason', t('rejects.reason'), {
      widthPx: 420,
      cell: (issue) => <span title={reason(issue)}>{reason(issue)}</span>,
    }),
    named('cells', t('rejects.cells'), {
      widthPx: 480,
      cell: ({ cells }) => (
        <span className={styles.raw}>{cells?.length ? maskCells(source, inFile, cells) : w('erased')}</span>
      ),
    }),
  ];
}

const ALL = 'all';
/** What differs between the records of one reason is left open in its name. */
const DIFFERING = Object.fromEntries(
  ['cells', 'expected', 'offset', 'limit', 'delimiter', 'index', 'reference'].map((name) => [name, '…']),
);
const keyOf = ({ code, column }: Group): string => `${code} ${column ?? ''}`;

function ReasonSelect({
  groups,
  value,
  onChange,
}: {
  readonly groups: readonly Group[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useTranslations('fixes.rejects');
  const reason = useReason();
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const labelOf = (group: Group): string => {
    const words = { reason: reason({ ...group, args: DIFFERING, value: null }), count: group.count };
    return group.column === null ? t('groupWhole', words) : t('group', { ...words, column: group.column });
  };
  return (
    <Select
      label={t('reason')}
      labelAt="before"
      size={24}
      value={value}
      options={[
        { value: ALL, label: t('all', { count: total }) },
        ...groups.map((group) => ({ value: keyOf(group), label: labelOf(group) })),
      ]}
      onChange={onChange}
    />
  );
}

/** The rejected records of a source. */
export function RejectsView({ source }: { readonly source: Source }) {
  const t = useTranslations('data.rejects');
  const ask = useAskNow();
  const [chosen, setChosen] = useState(ALL);
  const [open, setOpen] = useState<SourceIssue | null>(null);
  const sourceId = source.id;
  // Asked for the groups; that it is asked again after a correction also fetches the rows anew.
  const list = useAsk('sources.issues', { sourceId, severity: 'rejected', offset: 0, limit: 1 });
  const inFile = list.data?.inFile ?? [];
  const columns = useColumns(source, inFile, setOpen);
  const groups = (list.data?.groups ?? []).filter(({ severity }) => severity === 'rejected');
  const group = groups.find((one) => keyOf(one) === chosen);
  const filter = group
    ? { code: group.code, ...(group.column === null ? {} : { column: group.column }) }
    : {};
  const { save, saving } = useSaveFile('sources.exportRejects');
  const onSave = (): void => save(`${t('fileName', { name: source.name })}.csv`, { sourceId, ...filter });
  if (source.records.rejected === 0) return <p className={styles.nothing}>{t('none')}</p>;
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.reason}>
          <ReasonSelect groups={groups} value={group ? chosen : ALL} onChange={setChosen} />
        </div>
        <span>{t('note')}</span>
        <span className={styles.grow} />
        <Button size={24} icon={IconDownload} disabled={saving} onClick={onSave}>
          {t('save')}
        </Button>
      </div>
      <DataGrid
        label={t('label', { name: source.name })}
        columns={columns}
        rowCount={group?.count ?? source.records.rejected}
        rowsAt={async (offset, limit) =>
          (await ask('sources.issues', { sourceId, severity: 'rejected', offset, limit, ...filter })).issues
        }
        version={`${source.runId} ${chosen} ${list.dataUpdatedAt}`}
        pinnedColumns={1}
        onOpenRow={(issue) => issue.cells?.length && setOpen(issue)}
        rowTone={({ corrected }) => (corrected ? undefined : 'bad')}
      />
      {open ? (
        <CorrectDialog source={source} inFile={inFile} issue={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
