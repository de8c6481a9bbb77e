import { AppError } from '../../../shared/errors.ts';
import type { Inspection, KnownSource } from '../../../shared/model/inspection.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { DropArea } from '../../intake/index.ts';
import { Toolbar } from '../../ui/index.ts';
import { newDraft } from './draft.ts';
import { exampleInspection } from './exampleInspection.ts';
import { exampleReport } from './exampleReport.ts';
import { FileStep } from './FileStep.tsx';
import { FileTabs } from './FileTabs.tsx';
import { fileStateOf } from './fileState.ts';
import { ImportFooter } from './ImportFooter.tsx';
import styles from './import.module.css';
import { JoinPane } from './JoinPane.tsx';
import { RunList } from './RunList.tsx';
import type { Checked } from './useChecks.ts';

const nothing = (): void => undefined;
const file = { handle: 'ventas', name: 'ventas_2025.csv', bytes: 61_400_000 };

interface StepProps {
  readonly inspection: Inspection;
  readonly checked?: Checked;
}

function Step({ inspection, checked }: StepProps) {
  const draft = newDraft(file);
  const inspected = { inspection, error: null, busy: false };
  const state = fileStateOf(draft, inspected);
  return (
    <div className={styles.screen}>
      <Toolbar title="Import">
        <FileTabs
          files={[
            { id: 'ventas', name: file.name, state: state.state },
            { id: 'b', name: 'clientes.xlsx', state: 'ready' },
            { id: 'c', name: 'encuesta.csv', state: 'checking' },
          ]}
          selected="ventas"
          onSelect={nothing}
          onAdd={nothing}
        />
      </Toolbar>
      <FileStep
        draft={draft}
        inspection={inspection}
        checked={checked}
        state={state}
        busy={false}
        values="read"
        onTables={nothing}
        onSave={nothing}
        panes={null}
        join={null}
        onDraft={nothing}
        onRemove={nothing}
      />
      <ImportFooter
        inspection={inspection}
        checked={checked}
        remember
        onRemember={nothing}
        files={checked ? 1 : 3}
        open={state.state === 'ready' ? 0 : 1}
        refused={false}
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

const known: KnownSource = {
  sourceId: 1,
  name: 'ventas_2024',
  importedAt: '2025-01-12T09:00:00.000Z',
  match: 'shape',
};
const layout = { id: 'a', name: 'ventas_2024', savedAt: known.importedAt, matched: 10, columns: 11 };

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
  {
    id: 'import-checked',
    render: () => (
      <Step
        inspection={{ ...exampleInspection, complete: false, known, layout }}
        checked={{ report: exampleReport, running: false, share: 1 }}
      />
    ),
  },
  {
    id: 'import-checking',
    render: () => (
      <Step
        inspection={{
          ...exampleInspection,
          complete: false,
          confidence: { encoding: 0.93, delimiter: 0.99, header: 1, dateOrder: 1 },
          runnerUp: { encoding: 'iso-8859-15' },
          known: { ...known, match: 'file' },
        }}
        checked={{ report: null, running: true, share: 0.62 }}
      />
    ),
  },
  {
    id: 'import-join',
    render: () => (
      <JoinPane
        waiting=""
        panes={null}
        join={{
          rows: 200_000,
          pairs: [
            {
              a: 'clientes',
              b: 'ventas_2025',
              both: 4365,
              onlyA: 812,
              onlyB: 37,
              examplesA: ['K-20817', 'K-20818', 'K-20944'],
              examplesB: ['K-0001'],
            },
            {
              a: 'clientes',
              b: 'encuesta',
              both: 0,
              onlyA: 5177,
              onlyB: 640,
              examplesA: ['K-10001', 'K-10002', 'K-10003'],
              examplesB: ['10001', '10002', '10003'],
            },
          ],
        }}
      />
    ),
  },
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
            id: 'a',
            fileName: 'clientes.xlsx',
            state: 'done',
            records: { read: 4701, loaded: 4641, rejected: 58, blank: 2 },
            error: null,
          },
          { id: 'b', fileName: file.name, state: 'running', records: null, error: null },
          {
            id: 'c',
            fileName: 'encuesta.csv',
            state: 'failed',
            records: null,
            error: new AppError('SRC-UNREADABLE', {}, { file: 'encuesta.csv' }),
          },
          { id: 'd', fileName: 'notas.csv', state: 'waiting', records: null, error: null },
        ]}
      />
    ),
  },
];
