// The file that is shown: being looked into, refused with its reason, or open for every decision.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../../app/index.ts';
import { Button, EmptyState, ErrorState, Progress, SegmentedControl } from '../../ui/index.ts';
import { withOverrides } from './draft.ts';
import { ErrorRemedy } from './ErrorRemedy.tsx';
import { FileStep } from './FileStep.tsx';
import styles from './import.module.css';
import { JoinPane } from './JoinPane.tsx';
import { useJoinPreview } from './useJoinPreview.ts';
import { useSaveIssues } from './useSaveIssues.ts';
import type { Wizard } from './useWizard.ts';

/** The selected file of the wizard. */
export function SelectedFile({ wizard }: { readonly wizard: Wizard }) {
  const t = useTranslations('data');
  const w = useTranslations('wizard');
  const errorText = useErrorText();
  const { selected } = wizard;
  const name = selected?.draft.file.name ?? '';
  const save = useSaveIssues(name);
  const [wanted, setPane] = useState<'issues' | 'join'>('issues');
  const { join, waiting, several } = useJoinPreview(wizard.files, wanted === 'join');
  const pane = several ? wanted : 'issues';
  const panes = several ? (
    <SegmentedControl
      label={w('issues.panes')}
      value={pane}
      options={[
        { value: 'issues', label: w('issues.tab') },
        { value: 'join', label: w('join.tab') },
      ]}
      onChange={setPane}
    />
  ) : null;
  if (!selected) return null;
  const { draft, inspected, checked, state } = selected;
  const leaveOut = (): void => wizard.remove(draft.id);
  if (inspected?.error && !inspected.busy) {
    const actions = (
      <>
        <ErrorRemedy
          error={inspected.error}
          onChange={(overrides) => wizard.change(withOverrides(draft, overrides))}
        />
        <Button onClick={leaveOut}>{t('import.removeFile', { file: name })}</Button>
      </>
    );
    return (
      <ErrorState title={name} code={inspected.error.code} actions={actions}>
        {errorText(inspected.error)}
      </ErrorState>
    );
  }
  if (!inspected?.inspection) {
    return (
      <EmptyState title={t('import.checking', { file: name })}>
        <div className={styles.checking}>
          <Progress share={null} label={t('import.checking', { file: name })} />
        </div>
      </EmptyState>
    );
  }
  return (
    <FileStep
      key={draft.id}
      draft={draft}
      inspection={inspected.inspection}
      checked={checked}
      state={state}
      busy={inspected.busy}
      values={wizard.shown}
      onDraft={wizard.change}
      onTables={(tables) => wizard.addTables(draft, tables)}
      onSave={save}
      onRemove={wizard.files.length > 1 ? leaveOut : null}
      panes={panes}
      join={pane === 'join' ? <JoinPane join={join} waiting={waiting} panes={panes} /> : null}
    />
  );
}
