// The repair dialog before and after, with losses.
import type { Fixture } from '../../gallery/fixture.ts';
import { RepairDialog } from './RepairDialog.tsx';

const nothing = (): void => undefined;
const FILE = 'Alba & Ros, 2025.clientela';

const REPORT = {
  fileName: 'Alba & Ros, 2025.recovered.clientela',
  name: 'Alba & Ros, 2025',
  sources: [
    { name: 'customers', records: 3882, lostRecords: 0, lostCells: 0 },
    { name: 'orders', records: 14_843, lostRecords: 4096, lostCells: 8192 },
  ],
  parts: [
    { part: 'settings', kept: 3, complete: true },
    { part: 'sources', kept: 2, complete: true },
    { part: 'fixes', kept: 0, complete: true },
    { part: 'erased', kept: 0, complete: true },
    { part: 'rejects', kept: 12, complete: true },
    { part: 'features', kept: 6, complete: true },
    { part: 'segments', kept: 0, complete: false },
    { part: 'personas', kept: 0, complete: false },
    { part: 'campaigns', kept: 0, complete: true },
  ],
} as const;

const Dialog = ({ done, busy }: { readonly done: boolean; readonly busy: boolean }) => (
  <RepairDialog
    file={FILE}
    busy={busy}
    report={done ? { ...REPORT, sources: [...REPORT.sources], parts: [...REPORT.parts] } : null}
    onSave={nothing}
    onOpen={nothing}
    onClose={nothing}
  />
);

export const fixtures: readonly Fixture[] = [
  { id: 'repair-offer', render: () => <Dialog done={false} busy={false} /> },
  { id: 'repair-busy', render: () => <Dialog done={false} busy /> },
  { id: 'repair-report', render: () => <Dialog done busy={false} /> },
];
