import type { Fixture } from '../gallery/fixture.ts';
import { EraseQuestion, EraseReport } from './EraseCustomer.tsx';

const nothing = (): void => undefined;

export const fixtures: readonly Fixture[] = [
  {
    id: 'customer-erase',
    render: () => (
      <EraseQuestion customerKey="K-1006" records={14} erasing={false} onBack={nothing} onErase={nothing} />
    ),
  },
  {
    id: 'customer-erased',
    render: () => (
      <EraseReport
        customerKey="K-1006"
        report={{ records: 14, rejects: 1, mentions: 3, shared: 1, copies: ['Tienda.clientela.v1-backup'] }}
        onClose={nothing}
      />
    ),
  },
];
