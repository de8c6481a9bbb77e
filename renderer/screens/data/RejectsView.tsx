// Records that were kept aside: line, reason and every cell; narrowed by reason, put right where they stand, saved as a
// list.
import { IconDownload } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../shared/model/issue.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useAsk, useAskNow } from '../../data/index.ts';
import { useSaveFile } from '../../handover/index.ts';
import { Button, DataGrid } from '../../ui/index.ts';
import styles from './data.module.css';
import { firstCell, useCellNames, useRejectColumns } from './rejects/columns.tsx';
import { DraftsContext, LEADING, useDraftBook } from './rejects/drafts.ts';
import { ALL, keyOf, ReasonSelect } from './rejects/ReasonSelect.tsx';
import { EditLine } from './rejects/RejectState.tsx';
import rejects from './rejects/rejects.module.css';

const NOTHING_KNOWN: readonly (number | null)[] = [];

/** Ctrl+Enter on any cell of a changed record; a field that is being edited does so itself. */
function acceptByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return;
  const accept = event.target.closest('[role=row]')?.querySelector<HTMLElement>('[data-accept]');
  if (!accept) return;
  event.preventDefault();
  event.stopPropagation();
  accept.click();
}

/** The rejected records of a source. */
export function RejectsView({ source }: { readonly source: Source }) {
  const t = useTranslations('data.rejects');
  const w = useTranslations('fixes.rejects');
  const ask = useAskNow();
  const [chosen, setChosen] = useState(ALL);
  /** Cells of the longest record seen: one may have more than there are columns. */
  const [most, setMost] = useState(0);
  const sourceId = source.id;
  const { drafts, goTo } = useDraftBook(sourceId);
  // Asked for the groups; that it is asked again after a correction also fetches the rows anew.
  const list = useAsk('sources.issues', { sourceId, severity: 'rejected', offset: 0, limit: 1 });
  const inFile = list.data?.inFile ?? NOTHING_KNOWN;
  const names = useCellNames(source, inFile, Math.max(inFile.length, most));
  const columns = useRejectColumns(source, names, inFile.length);
  const groups = (list.data?.groups ?? []).filter(({ severity }) => severity === 'rejected');
  const group = groups.find((one) => keyOf(one) === chosen);
  const filter = group
    ? { code: group.code, ...(group.column === null ? {} : { column: group.column }) }
    : {};
  const { save, saving } = useSaveFile('sources.exportRejects');
  const onSave = (): void => save(`${t('fileName', { name: source.name })}.csv`, { sourceId, ...filter });
  const rowsAt = async (offset: number, limit: number): Promise<readonly SourceIssue[]> => {
    const page = { sourceId, severity: 'rejected' as const, offset, limit, ...filter };
    const { issues } = await ask('sources.issues', page);
    setMost((now) => issues.reduce((longest, { cells }) => Math.max(longest, cells?.length ?? 0), now));
    return issues;
  };
  if (source.records.rejected === 0) return <p className={styles.nothing}>{t('none')}</p>;
  return (
    <DraftsContext value={drafts}>
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
      <EditLine sourceId={sourceId} />
      <div className={rejects.list} onKeyDownCapture={acceptByKey}>
        <DataGrid
          label={t('label', { name: source.name })}
          columns={columns}
          rowCount={group?.count ?? source.records.rejected}
          rowsAt={rowsAt}
          version={`${source.runId} ${chosen} ${list.dataUpdatedAt}`}
          pinnedColumns={2}
          openHint={w('hint')}
          onOpenRow={(issue, row, column) => {
            if (!issue.cells?.length) return;
            drafts.start(issue, row, column < LEADING ? firstCell(names, issue) : column - LEADING);
          }}
          goTo={goTo}
          rowTone={({ corrected }) => (corrected ? undefined : 'bad')}
        />
      </div>
    </DraftsContext>
  );
}
