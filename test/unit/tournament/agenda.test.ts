import { expect, test } from 'vitest';
import {
  type GroupState,
  groupsOf,
  nextTask,
  type Task,
} from '../../../electron/engine/jobs/tournament/agenda.ts';
import { plannedOf } from '../../../renderer/screens/explore/compare/draft.ts';

const VIEWS = [
  { subset: 'all', highest: 9 },
  { subset: 'all', highest: 3 },
] as const;

test('one group per number of segments, or one for all where they share the work; as far as the data allow', () => {
  const groups = groupsOf(VIEWS, ['kmeans', 'ward'], { from: 2, to: 4 });
  expect(groups.map(({ view, method, ks }) => [view, method, ks])).toEqual([
    [0, 'kmeans', [2]],
    [0, 'kmeans', [3]],
    [0, 'kmeans', [4]],
    [0, 'ward', [2, 3, 4]],
    [1, 'kmeans', [2]],
    [1, 'kmeans', [3]],
    [1, 'ward', [2, 3]],
  ]);
  expect(groupsOf([{ subset: 'all', highest: 1 }], ['ward'], { from: 2, to: 4 })).toEqual([]);
});

test('methods that know no scaling take part once for each set of features', () => {
  const scaled = (subset: 'all' | 'behavioural') => [
    { subset, highest: 9 },
    { subset, highest: 9 },
    { subset, highest: 9 },
  ];
  const views = [...scaled('all'), ...scaled('behavioural')];
  const methods = ['kmeans', 'kmedoids', 'kprototypes'] as const;
  const groups = groupsOf(views, methods, { from: 3, to: 4 });
  const viewsOf = (wanted: string) =>
    groups.filter(({ method }) => method === wanted).map(({ view }) => view);
  expect(viewsOf('kmeans')).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  expect([viewsOf('kmedoids'), viewsOf('kprototypes')]).toEqual([
    [0, 3],
    [0, 0, 3, 3],
  ]);
  const settings = {
    features: ['a'],
    methods: [...methods],
    from: 3,
    to: 4,
    logs: false,
    resamples: 10,
    seed: 1,
  };
  const scales = ['z' as const, 'robust' as const, 'minMax' as const];
  const planned = plannedOf({ ...settings, scales, subsets: ['all', 'behavioural'] });
  expect(planned).toBe(groups.reduce((sum, { ks }) => sum + ks.length, 0));
  expect(plannedOf({ ...settings, scales: [], subsets: ['all'] })).toBe(0);
});

/** Plays an agenda alone, each group taking the place of its number from the end. */
function order(groups: number): string[] {
  const states: { -readonly [K in keyof GroupState]: GroupState[K] }[] = groupsOf(
    VIEWS.slice(0, groups),
    ['kmeans'],
    { from: 2, to: 3 },
  ).map((group) => ({ ...group, solved: 'open', chunks: ['open', 'open'], place: Infinity }));
  let asked: 'open' | 'done' = 'open';
  const done: string[] = [];
  for (let task: Task | null = nextTask(states, asked); task; task = nextTask(states, asked)) {
    if (task.kind === 'groups') asked = 'done';
    else if (task.kind === 'solve') {
      states[task.group]!.solved = 'done';
      states[task.group]!.place = states.length - task.group;
    } else states[task.group]!.chunks = states[task.group]!.chunks.with(task.chunk, 'done');
    done.push(
      task.kind === 'resample'
        ? `r${task.group}.${task.chunk}`
        : task.kind[0]! + (task.kind === 'solve' ? task.group : ''),
    );
  }
  return done;
}

test('base view first: one solution, then whether there are groups, the other solutions, resampled once; then the others; then leaders first', () => {
  expect(order(1)).toEqual(['s0', 'g', 's1', 'r1.0', 'r0.0', 'r1.1', 'r0.1']);
  expect(order(2).join(' ')).toBe('s0 g s1 r1.0 r0.0 s2 s3 r3.0 r2.0 r3.1 r2.1 r1.1 r0.1');
});

test('nothing while everything runs, and what is impossible is not resampled', () => {
  const [group] = groupsOf(VIEWS, ['ward'], { from: 2, to: 4 });
  const state = (solved: GroupState['solved']): GroupState => ({
    ...group!,
    solved,
    chunks: ['open'],
    place: 0,
  });
  expect(nextTask([state('running')], 'running')).toBeNull();
  expect(nextTask([state('impossible')], 'done')).toBeNull();
  expect(nextTask([], 'open')).toEqual({ kind: 'groups' });
});
