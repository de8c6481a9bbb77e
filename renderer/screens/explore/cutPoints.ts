// Cut points as people write them.
import type { TypedNumbers } from '../../ui/index.ts';
import { readList, writeList } from './numberLists.ts';

/** Up to nine rising numbers; none at all (quantiles) for an empty text; null for anything else. */
export function readCuts(text: string, numbers: TypedNumbers): readonly number[] | null {
  const parts = readList(text, numbers);
  const cuts = parts.filter((part) => part !== null);
  const rising = cuts.every((cut, at) => at === 0 || cut > cuts[at - 1]!);
  return rising && cuts.length === parts.length && cuts.length <= 9 ? cuts : null;
}

/** As `readCuts` reads it again. */
export function writeCuts(cuts: readonly number[] | undefined, numbers: TypedNumbers): string {
  return writeList(cuts ?? [], numbers);
}
