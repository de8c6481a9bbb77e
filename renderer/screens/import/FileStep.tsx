// One file of the wizard: how it is read, what must be answered, the preview, the issues.
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { type IssueView, type LineLinks, useFigures } from '../../ui/index.ts';
import { AsOf } from './AsOf.tsx';
import { DetectionBar } from './DetectionBar.tsx';
import { type FileDraft, type FurtherTable, mappingOf, withEdit, withOverrides } from './draft.ts';
import type { FileState } from './fileState.ts';
import styles from './import.module.css';
import { IssuesPanel } from './IssuesPanel.tsx';
import { useIssueViews } from './issueViews.ts';
import { KnownBanner } from './KnownBanner.tsx';
import { type GoTo, PreviewGrid } from './PreviewGrid.tsx';
import { withRejects } from './previewLines.ts';
import { Questions } from './Questions.tsx';
import { shownColumnsOf } from './shownColumns.ts';
import type { Checked } from './useChecks.ts';
import { useInstead } from './useInstead.tsx';

export interface FileStepProps {
  readonly draft: FileDraft;
  readonly inspection: Inspection;
  readonly checked: Checked | undefined;
  readonly state: FileState;
  readonly busy: boolean;
  readonly values: 'read' | 'file';
  readonly onDraft: (draft: FileDraft) => void;
  readonly onTables: (tables: readonly FurtherTable[]) => void;
  readonly onSave: (views: readonly IssueView[]) => void;
  readonly onRemove: (() => void) | null;
  /** Switches between issues and join, and the join itself when it is chosen. */
  readonly panes: ReactNode;
  readonly join: ReactNode;
}

function useNote({ inspection, checked }: FileStepProps, views: readonly IssueView[]): string {
  const t = useTranslations('data.import');
  const w = useTranslations('wizard.check');
  const report = checked?.report;
  if (report) return w('summary', { rejected: report.records.rejected, count: report.records.read });
  const rejected = views.reduce((sum, { severity, rows }) => sum + (severity === 'rejected' ? rows : 0), 0);
  return t(inspection.complete ? 'issuesWhole' : 'issuesPart', { rejected });
}

function Notices({ draft, inspection, state, onDraft }: FileStepProps) {
  const { known } = inspection;
  return (
    <>
      {known ? <KnownBanner known={known} draft={draft} onDraft={onDraft} /> : null}
      <Questions
        inspection={inspection}
        questions={state.questions}
        lacks={state.lacks}
        onAnswer={(overrides) => onDraft(withOverrides(draft, overrides))}
        onNumber={
          (draft.kind ?? inspection.kind) === 'customers' ? () => onDraft({ ...draft, numbered: true }) : null
        }
      />
    </>
  );
}

/** Everything about one file before it is imported. */
export function FileStep(props: FileStepProps) {
  const { draft, inspection, checked, state, busy, onDraft } = props;
  const w = useTranslations('wizard.issues');
  const figures = useFigures();
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const report = checked?.report ?? null;
  const columns = mappingOf(inspection.columns, draft.edits);
  const onChange = (overrides: ReadOverrides): void => onDraft(withOverrides(draft, overrides));
  const instead = useInstead({ inspection, onChange, onTables: props.onTables });
  const views = useIssueViews(inspection, columns, state.questions, report, instead);
  const records = withRejects(inspection.preview, report?.rejects ?? [], columns);
  const note = useNote(props, views);
  const there = new Set(records.map(({ line }) => line));
  const links: LineLinks = {
    label: (line) => (there.has(line) ? w('goTo', { line: figures.count(line) }) : null),
    onGo: (line) => setGoTo({ line }),
  };
  return (
    <div className={styles.step}>
      <DetectionBar
        inspection={inspection}
        kind={draft.kind ?? inspection.kind}
        overrides={draft.overrides}
        onKind={(kind) => onDraft({ ...draft, kind })}
        onChange={onChange}
        onTables={props.onTables}
        onRemove={props.onRemove}
        asOf={<AsOf draft={draft} newest={report?.newest ?? null} onDraft={onDraft} />}
      />
      <Notices {...props} />
      <PreviewGrid
        fileName={inspection.fileName}
        shown={shownColumnsOf(inspection.columns, report)}
        columns={columns}
        edits={draft.edits}
        records={records}
        inspected={inspection.preview.length}
        values={props.values}
        issuesOf={(name) => views.filter(({ column }) => column === name).map(({ what }) => what)}
        onEdit={(position, edit) => onDraft(withEdit(draft, columns, position, edit))}
        goTo={goTo}
        busy={busy}
      />
      {props.join ?? (
        <IssuesPanel views={views} note={note} links={links} onSave={props.onSave} panes={props.panes} />
      )}
    </div>
  );
}
