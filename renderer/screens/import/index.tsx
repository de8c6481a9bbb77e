// The import wizard: choose files, check how each is read, import. Nothing is imported before the button.
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../../app/index.ts';
import { DropArea, useIntake } from '../../intake/index.ts';
import { Banner, Button, EmptyState, ErrorState, Progress, Toolbar } from '../../ui/index.ts';
import { importInputOf } from './draft.ts';
import { FileStep } from './FileStep.tsx';
import { FileTabs } from './FileTabs.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import styles from './import.module.css';
import { RunList } from './RunList.tsx';
import { type ImportFile, useImportRun } from './useImportRun.ts';
import { useWizard, type WizardFile } from './useWizard.ts';

type Wizard = ReturnType<typeof useWizard>;

const isOpen = ({ state }: WizardFile): boolean => state.state !== 'ready';

function readyFiles(files: readonly WizardFile[]): readonly ImportFile[] {
  return files.flatMap(({ draft, inspected }) =>
    inspected?.inspection
      ? [{ fileName: draft.file.name, input: importInputOf(draft, inspected.inspection) }]
      : [],
  );
}

function SelectedFile({ wizard }: { readonly wizard: Wizard }) {
  const t = useTranslations('data');
  const errorText = useErrorText();
  const { selected } = wizard;
  if (!selected) return null;
  const { draft, inspected, state } = selected;
  const name = draft.file.name;
  if (inspected?.error && !inspected.busy) {
    return (
      <ErrorState
        title={name}
        code={inspected.error.code}
        actions={
          <Button onClick={() => wizard.remove(draft.file.handle)}>
            {t('import.removeFile', { file: name })}
          </Button>
        }
      >
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
      key={draft.file.handle}
      draft={draft}
      inspection={inspected.inspection}
      state={state}
      busy={inspected.busy}
      onDraft={wizard.change}
      onRemove={wizard.files.length > 1 ? () => wizard.remove(draft.file.handle) : null}
    />
  );
}

function Footer({ wizard, onImport }: { readonly wizard: Wizard; readonly onImport: () => void }) {
  const navigate = useNavigate();
  const { files, index, selected } = wizard;
  const at = (position: number) => {
    const file = files[position];
    return file ? () => wizard.select(file.draft.file.handle) : null;
  };
  return (
    <ImportFooter
      inspection={selected?.inspected?.inspection ?? null}
      files={files.length}
      open={files.filter(isOpen).length}
      busy={files.some(({ inspected }) => inspected?.busy !== false)}
      onBack={at(index - 1)}
      onNext={at(index + 1)}
      onQuestion={() => wizard.select(files.find(isOpen)?.draft.file.handle ?? null)}
      onCancel={() => void navigate({ to: '/data' })}
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
  const files = wizard.files.map(({ draft: { file }, state }) => ({
    handle: file.handle,
    name: file.name,
    state: state.state,
  }));
  return (
    <FileTabs
      files={files}
      selected={wizard.selected?.draft.file.handle ?? ''}
      onSelect={wizard.select}
      onAdd={onAdd}
    />
  );
}

interface FilesProps {
  readonly wizard: Wizard;
  readonly onImport: () => void;
}

function Files({ wizard, onImport }: FilesProps) {
  const t = useTranslations('data');
  const errorText = useErrorText();
  const intake = useIntake(wizard.add);
  const some = wizard.files.length > 0;
  return (
    <div className={styles.screen}>
      <Toolbar title={t('import.title')}>
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
  const arriving = useRouterState({ select: ({ location }) => location.state.importFiles });
  const wizard = useWizard(arriving ?? []);
  const run = useImportRun();
  const here = useHere();
  const toData = (): void => void navigate({ to: '/data' });
  const startImport = async (): Promise<void> => {
    // Coming back to this address must not offer files that are in already.
    void navigate({ to: '/data/import', state: {}, replace: true });
    // Whoever went on working elsewhere is not called back.
    if ((await run.start(readyFiles(wizard.files))) && here.current) toData();
  };
  if (run.items.length === 0) return <Files wizard={wizard} onImport={() => void startImport()} />;
  return (
    <div className={styles.screen}>
      <Toolbar title={t('import.title')} />
      <RunList {...run} onCancel={run.cancel} onBack={run.clear} onData={toData} />
    </div>
  );
}
