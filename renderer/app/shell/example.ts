// A project in the middle of its work, for fixtures of the shell and of screens inside it.
import type { Job } from '../../../shared/model/job.ts';
import type { ShellActions, ShellView } from './view.ts';

const job = (id: string, kind: Job['kind'], state: Job['state'], share: number): Job => ({
  id,
  kind,
  state,
  progress: { phase: 'chance', share, done: Math.round(share * 200), total: 200 },
  startedAt: '2025-11-03T14:30:00Z',
  elapsedMs: 4200,
});

/** The shell in Explore with one job running. */
export const exampleView: ShellView = {
  project: {
    name: 'Alba & Ros, 2025',
    fileName: 'Alba & Ros, 2025.clientela',
    readOnly: false,
    cautions: [],
    savedAt: '2025-11-03T14:32:00',
    settings: {
      locale: 'en',
      currency: 'EUR',
      analysisDate: null,
      returns: 'exclude',
      missing: 'median',
      seed: 4127,
      weighting: { on: false, cap: 3 },
    },
    steps: {
      data: 'done',
      features: 'done',
      explore: 'attention',
      segments: 'todo',
      personas: 'todo',
      campaigns: 'todo',
      results: 'todo',
      report: 'todo',
    },
    customers: 4338,
    orders: 18532,
    snapshot: '2025-10-31',
    sources: 3,
    segments: 5,
    undo: 'segments.rename',
    redo: null,
  },
  step: 'explore',
  trail: [],
  jobs: [job('1', 'segmentations.run', 'running', 0.74), job('2', 'exports.write', 'done', 1)],
  locale: 'en',
  theme: 'light',
  connection: 'open',
};

const nothing = (): void => undefined;

/** Actions that do nothing. */
export const exampleActions: ShellActions = {
  goStep: nothing,
  goHome: nothing,
  newProject: nothing,
  openProject: nothing,
  closeProject: nothing,
  saveCopy: nothing,
  dismissCaution: nothing,
  renameProject: nothing,
  undo: nothing,
  redo: nothing,
  setLocale: nothing,
  toggleTheme: nothing,
  cancelJob: nothing,
  openPalette: nothing,
  openHistory: nothing,
};
