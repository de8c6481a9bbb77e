// One file of the wizard: how it is read, what must be answered, the preview, the issues.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Inspection } from '../../../shared/model/source.ts';
import { IssueTable, type IssueView, Panel, SegmentedControl } from '../../ui/index.ts';
import { DetectionBar } from './DetectionBar.tsx';
import { type FileDraft, mappingOf, withEdit, withOverrides } from './draft.ts';
import type { FileState } from './fileState.ts';
import styles from './import.module.css';
import { useIssueViews } from './issueViews.ts';
import { PreviewGrid } from './PreviewGrid.tsx';
import { Questions } from './Questions.tsx';

export interface FileStepProps {
  readonly draft: FileDraft;
  readonly inspection: Inspection;
  readonly state: FileState;
  readonly busy: boolean;
  readonly onDraft: (draft: FileDraft) => void;
  readonly onRemove: (() => void) | null;
}

function Issues({ views, complete }: { readonly views: readonly IssueView[]; readonly complete: boolean }) {
  const t = useTranslations('data.import');
  const [only, setOnly] = useState<'all' | 'rejected'>('all');
  const rejected = views.filter(({ severity }) => severity === 'rejected');
  const rows = rejected.reduce((sum, view) => sum + view.rows, 0);
  const filter =
    rejected.length > 0 ? (
      <SegmentedControl
        label={t('filter.label')}
        value={only}
        options={[
          { value: 'all', label: t('filter.all', { count: views.length }) },
          { value: 'rejected', label: t('filter.rejected', { count: rejected.length }) },
        ]}
        onChange={setOnly}
      />
    ) : null;
  return (
    <Panel
      edge="top"
      padded={false}
      className={styles.issues ?? ''}
      title={t('issues')}
      note={t(complete ? 'issuesWhole' : 'issuesPart', { rejected: rows })}
      actions={filter}
    >
      <IssueTable issues={only === 'all' || !filter ? views : rejected} empty={t('noIssues')} />
    </Panel>
  );
}

/** Everything about one file before it is imported. */
export function FileStep({ draft, inspection, state, busy, onDraft, onRemove }: FileStepProps) {
  const columns = mappingOf(inspection.columns, draft.edits);
  const views = useIssueViews(inspection, columns, state.questions);
  return (
    <div className={styles.step}>
      <DetectionBar
        inspection={inspection}
        kind={draft.kind ?? inspection.kind}
        onKind={(kind) => onDraft({ ...draft, kind })}
        onChange={(overrides) => onDraft(withOverrides(draft, overrides))}
        onRemove={onRemove}
      />
      <Questions
        inspection={inspection}
        questions={state.questions}
        lacks={state.lacks}
        onAnswer={(overrides) => onDraft(withOverrides(draft, overrides))}
      />
      <PreviewGrid
        inspection={inspection}
        columns={columns}
        edits={draft.edits}
        busy={busy}
        onEdit={(position, edit) => onDraft(withEdit(draft, columns, position, edit))}
      />
      <Issues views={views} complete={inspection.complete} />
    </div>
  );
}
