// Home inside the shell, with nine projects and with none.
import type { RecentProject, Step, StepState } from '../../../shared/model/project.ts';
import { STEPS } from '../../../shared/model/project.ts';
import { Shell } from '../../app/shell/Shell.tsx';
import { exampleActions, exampleView } from '../../app/shell/example.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { HomeView } from './HomeView.tsx';

const NOW = '2025-11-03T14:40:00';
const steps = (done: number, attention = false): Record<Step, StepState> =>
  Object.fromEntries(
    STEPS.map((step, at) => [step, at < done ? 'done' : attention && at === done ? 'attention' : 'todo']),
  ) as Record<Step, StepState>;

const project = (
  id: string,
  name: string,
  done: number,
  attention: boolean,
  segments: readonly number[],
  customers: number,
  snapshot: string,
  openedAt: string,
): RecentProject => ({
  id,
  name,
  fileName: `${name}.clientela`,
  exists: name !== 'Celler Vall Blanca',
  openedAt,
  customers,
  segments: [...segments],
  steps: steps(done, attention),
  snapshot,
});

const PROJECTS: readonly RecentProject[] = [
  project('1', 'Alba & Ros, 2025', 4, true, [27, 26, 15, 9, 23], 4338, '2025-10-31', '2025-11-03T14:32:00'),
  project(
    '2',
    'Mercat de Sants, loyalty cards',
    3,
    false,
    [30, 22, 18, 14, 10, 6],
    12706,
    '2025-09-30',
    '2025-11-02T09:00:00',
  ),
  project('3', 'Ferreteria Pons', 3, true, [], 2115, '2025-08-31', '2025-10-14T09:00:00'),
  project('4', 'Alba & Ros, 2024', 6, false, [30, 27, 22, 21], 3902, '2024-10-31', '2025-09-12T09:00:00'),
  project(
    '5',
    'Museu del Tèxtil, visitor survey',
    5,
    false,
    [40, 35, 25],
    1204,
    '2025-06-15',
    '2025-09-02T09:00:00',
  ),
  project('6', 'Celler Vall Blanca', 0, true, [], 5487, '2025-05-31', '2025-08-28T09:00:00'),
  project('7', 'Lluna ioga, members', 2, false, [], 842, '2025-04-30', '2025-06-11T09:00:00'),
];

const nothing = (): void => undefined;
const Home = ({ projects }: { readonly projects: readonly RecentProject[] }) => (
  <Shell view={{ ...exampleView, project: null, step: null, trail: [], jobs: [] }} actions={exampleActions}>
    <HomeView
      projects={projects}
      now={NOW}
      version="0.1.0"
      busySample={null}
      onNew={nothing}
      onOpen={nothing}
      onChoose={nothing}
      onFiles={nothing}
      onRecent={nothing}
      onForget={nothing}
      onSample={nothing}
    />
  </Shell>
);

export const fixtures: readonly Fixture[] = [
  { id: 'home', render: () => <Home projects={PROJECTS} /> },
  { id: 'home-empty', render: () => <Home projects={[]} /> },
];
