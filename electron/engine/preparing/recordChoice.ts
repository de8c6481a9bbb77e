// Which records count after steps that leave some out or make one of several. Pure.

/** Base records that count, in order; null = all. `own` names the base record whose cell a column takes instead. */
export interface Choice {
  readonly rows: Int32Array | null;
  readonly own: ReadonlyMap<number, Int32Array>;
}

export const EVERYTHING: Choice = { rows: null, own: new Map() };

export const rowsOf = (choice: Choice, position: number): Int32Array | null =>
  choice.own.get(position) ?? choice.rows;

export const sizeOf = (choice: Choice, base: number): number => choice.rows?.length ?? base;

/** Keeps the places for which `keep` is true. */
export function keepPlaces(choice: Choice, base: number, keep: (place: number) => boolean): Choice {
  const places: number[] = [];
  for (let place = 0; place < sizeOf(choice, base); place++) if (keep(place)) places.push(place);
  const taken = (from: Int32Array | null): Int32Array =>
    Int32Array.from(places, (place) => from?.[place] ?? place);
  return {
    rows: taken(choice.rows),
    own: new Map([...choice.own].map(([position, rows]) => [position, taken(rows)])),
  };
}

/** Groups of places with the same word; places without a word are alone (−1). */
export function groupPlaces(words: Iterable<string | null>): {
  readonly groups: Int32Array;
  readonly count: number;
} {
  const numbers = new Map<string, number>();
  const groups: number[] = [];
  for (const word of words) {
    const text = word?.trim() ?? '';
    if (text === '') {
      groups.push(-1);
      continue;
    }
    let group = numbers.get(text);
    if (group === undefined) {
      group = numbers.size;
      numbers.set(text, group);
    }
    groups.push(group);
  }
  return { groups: Int32Array.from(groups), count: numbers.size };
}

/** The first or last place of each group, and the places of no group. */
export function onePerGroup(groups: Int32Array, count: number, which: 'first' | 'last'): Uint8Array {
  const chosen = new Int32Array(count).fill(-1);
  for (const [place, group] of groups.entries())
    if (group >= 0 && (which === 'last' || chosen[group] === -1)) chosen[group] = place;
  return Uint8Array.from(groups, (group, place) => (group < 0 || chosen[group] === place ? 1 : 0));
}

/**
 * For one column, the base record that gives each place its cell: the last one of its group that has any.
 * @returns null when every place has its own cell anyway
 */
export function lastKnown(
  groups: Int32Array,
  count: number,
  rows: Int32Array | null,
  isPresent: (baseRow: number) => boolean,
): Int32Array | null {
  const best = new Int32Array(count).fill(-1);
  for (const [place, group] of groups.entries()) {
    const row = rows?.[place] ?? place;
    if (group >= 0 && isPresent(row)) best[group] = row;
  }
  const taken = Int32Array.from(groups, (group, place) => {
    const row = rows?.[place] ?? place;
    return group >= 0 && best[group] !== -1 ? (best[group] as number) : row;
  });
  return taken.some((row, place) => row !== (rows?.[place] ?? place)) ? taken : null;
}
