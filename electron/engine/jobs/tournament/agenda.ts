// What a tournament does next: cheap scores of everything first, then the stability of the leaders, then of the rest.
import { scalesFeatures } from '../../../../shared/model/method.ts';
import type { Subset, TournamentMethod } from '../../../../shared/model/tournament.ts';

/** Solutions that are made together: one method on one view. */
export interface Group {
  readonly view: number;
  readonly method: TournamentMethod;
  readonly ks: readonly number[];
}

export interface GroupState extends Group {
  /** `impossible`: the data do not allow these numbers of segments. */
  readonly solved: 'open' | 'running' | 'done' | 'impossible';
  /** One per chunk of resamples. */
  readonly chunks: readonly ('open' | 'running' | 'done')[];
  /** Smaller is better: the place of its best solution on the board; Infinity while it has none. */
  readonly place: number;
}

export type Task =
  | { readonly kind: 'solve'; readonly group: number }
  | { readonly kind: 'groups' }
  | { readonly kind: 'resample'; readonly group: number; readonly chunk: number };

/** Methods whose solutions for several k share most of the work. */
const TOGETHER: readonly TournamentMethod[] = ['kmedoids', 'ward'];

/**
 * The groups in the order in which they are solved: view by view, the quick methods of each first. A method that knows
 * no scaling takes part in the first view of each subset of features only.
 */
export function groupsOf(
  views: readonly { readonly subset: Subset; readonly highest: number }[],
  methods: readonly TournamentMethod[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Group[] {
  return views.flatMap(({ subset, highest }, view) => {
    const first = views.findIndex((one) => one.subset === subset) === view;
    const last = Math.min(to, highest);
    const ks = Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
    return methods.flatMap((method): Group[] => {
      if (ks.length === 0 || (!first && !scalesFeatures(method))) return [];
      if (TOGETHER.includes(method)) return [{ view, method, ks }];
      return ks.map((k) => ({ view, method, ks: [k] }));
    });
  });
}

/**
 * The next task, null when there is none that can be started now. Whether there are groups is asked right after the
 * first solution was begun: without the answer nothing is recommended, however short the time. The base view is solved
 * and resampled once before the other views are looked at, so that a first recommendation comes early.
 * @param groups whether there are groups at all: `open` while nobody has asked
 */
export function nextTask(states: readonly GroupState[], groups: 'open' | 'running' | 'done'): Task | null {
  const openIn = (base: boolean): number =>
    states.findIndex(({ view, solved }) => (view === 0) === base && solved === 'open');
  const first = openIn(true);
  const begun = states.some(({ solved }) => solved !== 'open');
  if (groups === 'open' && (begun || first < 0)) return { kind: 'groups' };
  if (first >= 0) return { kind: 'solve', group: first };
  const ready = states
    .map((state, group) => ({ ...state, group }))
    .filter(({ solved }) => solved === 'done')
    .toSorted((a, b) => a.place - b.place || a.group - b.group);
  const early = ready.find(({ view, chunks }) => view === 0 && chunks[0] === 'open');
  if (early) return { kind: 'resample', group: early.group, chunk: 0 };
  const second = openIn(false);
  if (second >= 0) return { kind: 'solve', group: second };
  const chunks = Math.max(0, ...states.map((state) => state.chunks.length));
  for (let chunk = 0; chunk < chunks; chunk++) {
    const next = ready.find((state) => state.chunks[chunk] === 'open');
    if (next) return { kind: 'resample', group: next.group, chunk };
  }
  return null;
}
