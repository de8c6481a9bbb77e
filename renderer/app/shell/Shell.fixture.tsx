// The frame with a running job; and the palette and the dialog that float over it.
import type { Fixture } from '../../gallery/fixture.ts';
import { EmptyState } from '../../ui/index.ts';
import { CommandPalette } from '../palette/CommandPalette.tsx';
import { NewProjectDialog } from '../project/NewProjectDialog.tsx';
import { exampleActions, exampleView } from './example.ts';
import { Shell } from './Shell.tsx';

const Frame = () => (
  <Shell view={exampleView} actions={exampleActions}>
    <EmptyState title="Cluster workbench">The screen stands here.</EmptyState>
  </Shell>
);

const COMMANDS = ['Data', 'Features', 'Explore'].map((label, index) => ({
  id: label,
  group: 'Steps',
  label,
  keys: `Alt ${index + 1}`,
  run: () => undefined,
}));

export const fixtures: readonly Fixture[] = [
  { id: 'shell', render: () => <Frame /> },
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
