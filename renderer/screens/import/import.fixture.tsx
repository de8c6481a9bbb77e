import { AppError } from '../../../shared/errors.ts';
import type { Inspection } from '../../../shared/model/source.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { DropArea } from '../../intake/index.ts';
import { Toolbar } from '../../ui/index.ts';
import { newDraft } from './draft.ts';
import { exampleInspection } from './exampleInspection.ts';
import { FileStep } from './FileStep.tsx';
import { FileTabs } from './FileTabs.tsx';
import { fileStateOf } from './fileState.ts';
import { ImportFooter } from './ImportFooter.tsx';
import styles from './import.module.css';
import { RunList } from './RunList.tsx';

const nothing = (): void => undefined;
const file = { handle: 'ventas', name: 'ventas_2025.csv', bytes: 61_400_000 };

function Step({ inspection }: { readonly inspection: Inspection }) {
  const draft = newDraft(file);
  const inspected = { inspection, error: null, busy: false };
  const state = fileStateOf(draft, inspected);
  return (
    <div className={styles.screen}>
      <Toolbar title="Import">
        <FileTabs
          files={[
            { handle: 'ventas', name: file.name, state: state.state },
            { handle: 'b', name: 'clientes.xlsx', state: 'ready' },
            { handle: 'c', name: 'encuesta.csv', state: 'checking' },
          ]}
          selected="ventas"
          onSelect={nothing}
          onAdd={nothing}
        />
      </Toolbar>
      <FileStep
        draft={draft}
        inspection={inspection}
        state={state}
        busy={false}
        onDraft={nothing}
        onRemove={nothing}
      />
      <ImportFooter
        inspection={inspection}
        files={3}
        open={state.state === 'ready' ? 0 : 1}
        busy={false}
        onBack={nothing}
        onNext={nothing}
        onQuestion={nothing}
        onCancel={nothing}
        onImport={nothing}
      />
    </div>
  );
}

const asking: Inspection = {
  ...exampleInspection,
  complete: false,
  asks: ['dateOrder', 'decimal'],
  kind: 'transactions',
  columns: exampleInspection.columns.map((column) =>
    column.role === 'customerKey' ? { ...column, role: 'ignore' as const } : column,
  ),
};

export const fixtures: readonly Fixture[] = [
  { id: 'import-preview', render: () => <Step inspection={exampleInspection} /> },
  { id: 'import-questions', render: () => <Step inspection={asking} /> },
  {
    id: 'import-start',
    render: () => (
      <div className={styles.start}>
        <DropArea onFiles={nothing} onChoose={nothing} />
      </div>
    ),
  },
  {
    id: 'import-running',
    render: () => (
      <RunList
        running
        share={0.62}
        onCancel={nothing}
        onBack={nothing}
        onData={nothing}
        items={[
          {
            handle: 'a',
            fileName: 'clientes.xlsx',
            state: 'done',
            records: { read: 4701, loaded: 4641, rejected: 58, blank: 2 },
            error: null,
          },
          { handle: 'b', fileName: file.name, state: 'running', records: null, error: null },
          {
            handle: 'c',
            fileName: 'encuesta.csv',
            state: 'failed',
            records: null,
            error: new AppError('SRC-UNREADABLE', {}, { file: 'encuesta.csv' }),
          },
          { handle: 'd', fileName: 'notas.csv', state: 'waiting', records: null, error: null },
        ]}
      />
    ),
  },
];
