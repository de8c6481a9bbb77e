// The frame with a running job; and the palette and the dialog that float over it.
import type { Fixture } from '../../gallery/fixture.ts';
import { EmptyState } from '../../ui/index.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { CommandPalette } from '../palette/CommandPalette.tsx';
import { NewProjectDialog } from '../project/NewProjectDialog.tsx';
import { exampleActions, exampleView } from './example.ts';
import { Shell } from './Shell.tsx';

const Frame = () => (
  <Shell view={exampleView} actions={exampleActions}>
    <EmptyState title="Cluster workbench">The screen stands here.</EmptyState>
  </Shell>
);

/** A project in a synchronised folder, with a copy beside it; and one where nothing can be written. */
const Placed = ({ readOnly }: { readonly readOnly: boolean }) => {
  const at = '2025-11-02T09:12:00';
  const cautions = [
    { code: 'cloud-folder', detail: 'OneDrive', at: null },
    { code: 'conflicted-copy-beside', detail: 'Alba & Ros, 2025 (conflicted copy 2025-11-02).clientela', at },
    { code: 'journal-missing', detail: 'Alba & Ros, 2025.clientela-wal', at },
  ] as const;
  const project = exampleView.project && {
    ...exampleView.project,
    readOnly,
    cautions: readOnly ? [] : [...cautions],
  };
  return (
    <Shell view={{ ...exampleView, project }} actions={exampleActions}>
      <EmptyState title="Cluster workbench">The screen stands here.</EmptyState>
    </Shell>
  );
};

const COMMANDS = ['Data', 'Features', 'Explore'].map((label, index) => ({
  id: label,
  group: 'Steps',
  label,
  keys: `Alt ${index + 1}`,
  run: () => undefined,
}));

const HISTORY = [
  { label: 'segments.merge', detail: 'One-time gift buyers', at: '2025-11-03T14:32:00Z', undone: true },
  {
    label: 'segments.rename',
    detail: 'Young urban professionals',
    at: '2025-11-03T14:31:00Z',
    undone: false,
  },
  { label: 'segmentations.activate', detail: '', at: '2025-11-03T14:30:00Z', undone: false },
  { label: 'segmentations.run', detail: 'k = 5', at: '2025-11-03T14:29:00Z', undone: false },
  { label: 'sources.import', detail: 'pedidos.csv', at: '2025-11-02T09:12:00Z', undone: false },
].map((entry, index, all) => ({ ...entry, id: all.length - index }));

export const fixtures: readonly Fixture[] = [
  { id: 'shell', render: () => <Frame /> },
  { id: 'shell-cautions', render: () => <Placed readOnly={false} /> },
  { id: 'shell-read-only', render: () => <Placed readOnly /> },
  {
    id: 'shell-palette',
    render: () => (
      <>
        <Frame />
        <CommandPalette
          commands={[
            ...COMMANDS,
            { id: 'undo', group: 'Project', label: 'Undo', keys: 'Ctrl Z', run: () => undefined },
          ]}
          onClose={() => undefined}
        />
      </>
    ),
  },
  {
    id: 'shell-history',
    render: () => (
      <>
        <Frame />
        <HistoryDialog
          entries={HISTORY}
          locked={false}
          onTravel={() => undefined}
          onClose={() => undefined}
        />
      </>
    ),
  },
  {
    id: 'shell-new-project',
    render: () => (
      <>
        <Frame />
        <NewProjectDialog
          files={[{ handle: '1', name: 'ventas_2024-25.csv', bytes: 1 }]}
          locale="en"
          onCreate={() => Promise.resolve(true)}
          onClose={() => undefined}
        />
      </>
    ),
  },
];
