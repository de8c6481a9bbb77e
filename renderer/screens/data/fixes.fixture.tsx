import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { ListedStep, RecordedStep } from '../../../shared/model/step.ts';
import { exampleField, exampleSource } from '../../gallery/exampleSource.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { SnapshotList } from './SnapshotsView.tsx';
import { StepList } from './StepsView.tsx';

const nothing = (): void => undefined;

const source = exampleSource(
  [2, 'clientes-abril', 'customers'],
  [4641, 61],
  [
    exampleField(0, 'Cliente', 'text', 'customerKey'),
    exampleField(1, 'Correo', 'text', 'contact'),
    exampleField(2, 'Ciudad', 'category'),
    exampleField(3, 'Ingresos', 'money'),
    exampleField(4, 'Alta', 'date'),
  ],
);

const STEPS: readonly (readonly [RecordedStep, number | null])[] = [
  [{ kind: 'trim', position: 2 }, 118],
  [
    {
      kind: 'mergeValues',
      position: 2,
      groups: [{ into: 'L’Hospitalet de Llobregat', from: ['Hospitalet', "L'Hospitalet", 'HOSPITALET'] }],
    },
    304,
  ],
  [{ kind: 'setMissing', position: 4, values: ['01/01/1900'], above: Date.UTC(2025, 9, 31) }, 27],
  [{ kind: 'capOutliers', position: 3, above: 162_397.5 }, 12],
  [{ kind: 'fillMissing', position: 3, with: 'median' }, 240],
  [{ kind: 'keepOne', position: 0, keep: 'merge' }, 9],
  [{ kind: 'correctRecord', runId: 1, record: 3051, cells: [] }, 0],
  [{ kind: 'changeCase', position: 2, to: 'title' }, null],
];
const steps: readonly ListedStep[] = STEPS.map(([step, touched], at) => ({
  id: at + 1,
  sourceId: 1,
  step,
  touched,
}));

const records = { read: 4600, loaded: 4580, rejected: 20, blank: 0 };
const snapshots: readonly Snapshot[] = [
  {
    runId: 1,
    fileName: 'clientes-marzo.csv',
    importedAt: '2025-10-02T08:00:00Z',
    asOf: '2025-09-30',
    inUse: false,
    records,
    keys: null,
  },
  {
    runId: 2,
    fileName: 'clientes-abril.csv',
    importedAt: '2025-11-03T09:21:00Z',
    asOf: '2025-10-31',
    inUse: true,
    records: source.records,
    keys: {
      added: 131,
      gone: 70,
      kept: 4510,
      changed: 12,
      examples: [
        { gone: '10442', added: 'A-10442' },
        { gone: '10977', added: 'A-10977' },
      ],
    },
  },
];

export const fixtures: readonly Fixture[] = [
  {
    id: 'data-steps',
    render: () => <StepList source={source} steps={steps} onMove={nothing} onRemove={nothing} />,
  },
  {
    id: 'data-steps-none',
    render: () => <StepList source={source} steps={[]} onMove={nothing} onRemove={nothing} />,
  },
  {
    id: 'data-snapshots',
    render: () => (
      <SnapshotList name="clientes" snapshots={snapshots} replayed={5} onUse={nothing} onRemove={nothing} />
    ),
  },
];
