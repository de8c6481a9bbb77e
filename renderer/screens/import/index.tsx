// The import wizard: choose files, check how each is read, import. Nothing is imported before the button.
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { FileHandle } from '../../../shared/host.ts';
import { useErrorText } from '../../app/index.ts';
import { DropArea, dropProps, useIntake } from '../../intake/index.ts';
import { Banner, SegmentedControl, Toolbar } from '../../ui/index.ts';
import { importInputOf } from './draft.ts';
import { FileTabs } from './FileTabs.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import styles from './import.module.css';
import { LayoutMenu } from './LayoutMenu.tsx';
import { RunList } from './RunList.tsx';
import { SelectedFile } from './SelectedFile.tsx';
import { type ImportFile, useImportRun } from './useImportRun.ts';
import { useWizard, type Wizard, type WizardFile } from './useWizard.ts';

const NO_FILES: readonly FileHandle[] = [];

/** Waits for the analyst; a file that is still being read asks nothing. */
const isOpen = ({ state: { state } }: WizardFile): boolean => state !== 'ready' && state !== 'checking';

function readyFiles({ files, remember }: Wizard): readonly ImportFile[] {
  return files.flatMap(({ draft, inspected }) =>
    inspected?.inspection
      ? [
          {
            id: draft.id,
            fileName: draft.file.name,
            input: importInputOf(draft, inspected.inspection, remember),
          },
        ]
      : [],
  );
}

function Footer({ wizard, onImport }: { readonly wizard: Wizard; readonly onImport: () => void }) {
  const navigate = useNavigate();
  const { files, index, selected } = wizard;
  const at = (position: number) => {
    const file = files[position];
    return file ? () => wizard.select(file.draft.id) : null;
  };
  return (
    <ImportFooter
      inspection={selected?.inspected?.inspection ?? null}
      checked={selected?.checked}
      remember={wizard.remember}
      onRemember={wizard.setRemember}
      files={files.length}
      open={files.filter(isOpen).length}
      refused={files.every(({ state }) => state.state === 'failed')}
      busy={files.some(({ inspected }) => inspected?.busy !== false)}
      onBack={at(index - 1)}
      onNext={at(index + 1)}
      onQuestion={() => wizard.select(files.find(isOpen)?.draft.id ?? null)}
      onCancel={() => {
        wizard.clear();
        void navigate({ to: '/data' });
      }}
      onImport={onImport}
    />
  );
}

function useHere(): { readonly current: boolean } {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

function Tabs({ wizard, onAdd }: { readonly wizard: Wizard; readonly onAdd: () => void }) {
  const t = useTranslations('wizard');
  const files = wizard.files.map(({ draft: { id, file, overrides }, state }) => ({
    id,
    name:
      id === file.handle
        ? file.name
        : overrides.startLine === undefined
          ? `${file.name}, ${overrides.sheet ?? ''}`
          : t('secondTable', { name: file.name, line: overrides.startLine }),
    state: state.state,
  }));
  return (
    <FileTabs
      files={files}
      selected={wizard.selected?.draft.id ?? ''}
      onSelect={wizard.select}
      onAdd={onAdd}
    />
  );
}

function Views({ wizard }: { readonly wizard: Wizard }) {
  const t = useTranslations('wizard.view');
  const { selected } = wizard;
  return (
    <>
      <SegmentedControl
        label={t('label')}
        value={wizard.shown}
        options={[
          { value: 'read', label: t('read') },
          { value: 'file', label: t('file') },
        ]}
        onChange={wizard.setShown}
      />
      {selected ? (
        <LayoutMenu onChoose={(layout) => wizard.change({ ...selected.draft, layout, edits: {} })} />
      ) : null}
    </>
  );
}

function Files({ wizard, onImport }: { readonly wizard: Wizard; readonly onImport: () => void }) {
  const t = useTranslations('data');
  const errorText = useErrorText();
  const intake = useIntake(wizard.add);
  const some = wizard.files.length > 0;
  return (
    <div className={styles.screen} {...dropProps(intake)}>
      <Toolbar title={t('import.title')} actions={some ? <Views wizard={wizard} /> : null}>
        {some ? <Tabs wizard={wizard} onAdd={intake.choose} /> : null}
      </Toolbar>
      {intake.error ? <Banner tone="bad">{errorText(intake.error)}</Banner> : null}
      {some ? (
        <>
          <SelectedFile wizard={wizard} />
          <Footer wizard={wizard} onImport={onImport} />
        </>
      ) : (
        <div className={styles.start}>
          <DropArea onFiles={intake.drop} onChoose={intake.choose} busy={intake.busy} />
        </div>
      )}
    </div>
  );
}

/** Route `/data/import`. */
export function Screen() {
  const t = useTranslations('data');
  const navigate = useNavigate();
  const arriving = useRouterState({ select: ({ location }) => location.state.importFiles }) ?? NO_FILES;
  const run = useImportRun();
  const wizard = useWizard(arriving, run.items.length > 0);
  const here = useHere();
  const toData = (): void => void navigate({ to: '/data' });
  const startImport = async (): Promise<void> => {
    // Coming back to this address must not offer files that are in already.
    void navigate({ to: '/data/import', state: {}, replace: true });
    const files = readyFiles(wizard);
    const imported = await run.start(files);
    wizard.clear(imported);
    // Whoever went on working elsewhere is not called back.
    if (imported.length === files.length && here.current) toData();
  };
  if (run.items.length === 0) return <Files wizard={wizard} onImport={() => void startImport()} />;
  return (
    <div className={styles.screen}>
      <Toolbar title={t('import.title')} />
      <RunList {...run} onCancel={run.cancel} onBack={run.clear} onData={toData} />
    </div>
  );
}
