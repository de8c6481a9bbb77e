// What takes part in a tournament: the draft of the left pane, and the settings that it stands for.
import type { Feature } from '../../../../shared/model/feature.ts';
import { scalesFeatures } from '../../../../shared/model/method.ts';
import type { Scale } from '../../../../shared/model/segmentation.ts';
import {
  type Subset,
  TOURNAMENT_METHODS,
  type TournamentMethod,
  type TournamentSettings,
} from '../../../../shared/model/tournament.ts';

export interface TournamentDraft {
  readonly methods: readonly TournamentMethod[];
  readonly from: number;
  readonly to: number;
  readonly scales: readonly Scale[];
  readonly subsets: readonly Subset[];
  readonly seconds: number;
}

const RESAMPLES = 40;
export const TIMES = [30, 60, 120, 300] as const;

/** k-prototypes is k-means where there are no categories. */
export function possibleMethods(chosen: readonly Feature[]): readonly TournamentMethod[] {
  const mixed = chosen.some(({ type }) => type === 'category');
  return TOURNAMENT_METHODS.filter((method) => mixed || method !== 'kprototypes');
}

/** Subsets that differ from all chosen features, and hold at least two. */
export function possibleSubsets(chosen: readonly Feature[]): readonly Subset[] {
  const names = new Set(chosen.map(({ name }) => name));
  const criteria = (['behavioural', 'demographic', 'geographic', 'psychographic'] as const).filter(
    (criterion) => {
      const size = chosen.filter((feature) => feature.criterion === criterion).length;
      return size > 1 && size < chosen.length;
    },
  );
  const twins = chosen.some(({ twin }) => twin !== null && names.has(twin.name));
  return ['all', ...(twins && chosen.length > 2 ? (['withoutTwins'] as const) : []), ...criteria];
}

/** The draft that repeats a tournament; the first proposal when there is none. */
export function draftOf(settings: TournamentSettings | null, chosen: readonly Feature[]): TournamentDraft {
  const [seconds] = TIMES;
  if (settings) {
    const { methods, from, to, scales, subsets } = settings;
    return { methods, from, to, scales, subsets, seconds };
  }
  const first = { from: 2, to: 8, scales: ['z' as const], subsets: ['all' as const], seconds };
  return { ...first, methods: possibleMethods(chosen) };
}

/** What cannot take part with these features is left out. */
export function settingsOf(
  draft: TournamentDraft,
  chosen: readonly Feature[],
  seed: number,
): TournamentSettings {
  const methods = possibleMethods(chosen).filter((method) => draft.methods.includes(method));
  const subsets = possibleSubsets(chosen).filter((subset) => draft.subsets.includes(subset));
  return {
    features: chosen.map(({ name }) => name),
    methods: [...methods],
    from: draft.from,
    to: draft.to,
    scales: [...draft.scales],
    subsets: [...subsets],
    logs: true,
    resamples: RESAMPLES,
    seed,
  };
}

/** Solutions that the settings ask for, at most: a method that knows no scaling takes part once, whatever the scalings. */
export function plannedOf({ methods, from, to, scales, subsets }: TournamentSettings): number {
  const views = methods.map((method) =>
    scalesFeatures(method) ? scales.length : Math.min(1, scales.length),
  );
  return views.reduce((sum, count) => sum + count, 0) * (to - from + 1) * subsets.length;
}

/** The same question as before: starting it again continues it. */
export function isSame(a: TournamentSettings, b: TournamentSettings): boolean {
  const keyOf = (one: TournamentSettings): string =>
    JSON.stringify([
      one.features,
      one.methods,
      one.from,
      one.to,
      one.scales,
      one.subsets,
      one.logs,
      one.seed,
    ]);
  return keyOf(a) === keyOf(b);
}

/** With or without one of a list, in the order of `all`. */
export function toggled<V>(list: readonly V[], value: V, on: boolean, all: readonly V[]): readonly V[] {
  return all.filter((one) => (one === value ? on : list.includes(one)));
}
