// Cells of rejected records as the analyst changes them, before they are accepted: several records may be under way.
import { createContext, use, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../../shared/model/issue.ts';
import { useErrorText, useNotify } from '../../../app/index.ts';
import { useCommand } from '../../../data/index.ts';
import type { GridGoTo } from '../../../ui/index.ts';

/** Columns of the list before those of the file: line, state, reason. */
export const LEADING = 3;
const STATE = 1;

interface Editing {
  readonly row: number;
  readonly record: number;
  /** Place of the cell in the record. */
  readonly at: number;
  /** Its text when editing began. */
  readonly before: string;
}

export interface Drafts {
  /** Changed cells by record. */
  readonly byRecord: Readonly<Record<number, readonly string[]>>;
  readonly editing: Editing | null;
  readonly start: (issue: SourceIssue, row: number, at: number) => void;
  readonly write: (issue: SourceIssue, at: number, text: string) => void;
  /** Ends the edit; the focus stays at its cell. */
  readonly stop: () => void;
  /** Ends the edit and leaves the cell as it was. */
  readonly takeBack: (issue: SourceIssue) => void;
  readonly discard: (record: number) => void;
  readonly accept: (issue: SourceIssue, row: number) => void;
}

export const DraftsContext = createContext<Drafts | null>(null);

export function useDrafts(): Drafts {
  const drafts = use(DraftsContext);
  if (!drafts) throw new Error('DraftsContext is missing');
  return drafts;
}

/** The record's cells with one of them changed. */
function written(cells: readonly string[], at: number, text: string): readonly string[] {
  const size = Math.max(cells.length, at + 1);
  return Array.from({ length: size }, (_, place) => (place === at ? text : (cells[place] ?? '')));
}

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at]);

/** What is being edited, and where the grid is to put the focus. */
export function useDraftBook(sourceId: number): { readonly drafts: Drafts; readonly goTo: GridGoTo | null } {
  const t = useTranslations('fixes.rejects');
  const { notify } = useNotify();
  const errorText = useErrorText();
  const { mutate } = useCommand('sources.correct');
  const [byRecord, setByRecord] = useState<Drafts['byRecord']>({});
  const [editing, setEditing] = useState<Editing | null>(null);
  const [goTo, setGoTo] = useState<GridGoTo | null>(null);
  const drafts = useMemo((): Drafts => {
    const recordOf = (issue: SourceIssue): number => issue.record ?? 0;
    const cellsOf = (issue: SourceIssue): readonly string[] => byRecord[recordOf(issue)] ?? issue.cells ?? [];
    const discard = (record: number): void => setByRecord(({ [record]: _dropped, ...others }) => others);
    const write = (issue: SourceIssue, at: number, text: string): void => {
      const cells = written(cellsOf(issue), at, text);
      if (sameCells(cells, issue.cells ?? [])) discard(recordOf(issue));
      else setByRecord((now) => ({ ...now, [recordOf(issue)]: cells }));
    };
    const stop = (): void => {
      if (editing) setGoTo({ row: editing.row, column: LEADING + editing.at });
      setEditing(null);
    };
    return {
      byRecord,
      editing,
      write,
      stop,
      discard,
      start: (issue, row, at) => {
        setEditing({ row, record: recordOf(issue), at, before: cellsOf(issue)[at] ?? '' });
        setGoTo({ row, column: LEADING + at });
      },
      takeBack: (issue) => {
        if (editing) write(issue, editing.at, editing.before);
        stop();
      },
      accept: (issue, row) => {
        const record = recordOf(issue);
        mutate(
          { sourceId, record, cells: [...cellsOf(issue)] },
          {
            // A warning: it goes by itself, the cell at fault stays marked.
            onError: (error) => notify('warn', errorText(error)),
            onSuccess: () => {
              discard(record);
              setEditing(null);
              setGoTo({ row, column: STATE });
              notify('ok', t('accepted', { record }));
            },
          },
        );
      },
    };
  }, [byRecord, editing, sourceId, mutate, notify, errorText, t]);
  return { drafts, goTo };
}
