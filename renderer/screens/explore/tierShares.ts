// Parts of the whole value as people write them: "80, 15, 5" or "62,5; 30".
import type { TypedNumbers } from '../../ui/index.ts';
import { readList, writeList } from './numberLists.ts';

/** Shares 0..1, at most eight, together at most 1; null for anything else. */
export function readShares(text: string, numbers: TypedNumbers): readonly number[] | null {
  const shares = readList(text.replaceAll('%', ''), numbers).map((part) => (part ?? NaN) / 100);
  const sum = shares.reduce((total, share) => total + share, 0);
  const sound = shares.every((share) => share > 0 && share <= 1) && sum <= 1 + 1e-9;
  return sound && shares.length > 0 && shares.length <= 8 ? shares : null;
}

/** As percentages that `readShares` reads again. */
export function writeShares(shares: readonly number[], numbers: TypedNumbers): string {
  return writeList(
    shares.map((share) => Math.round(share * 1e6) / 1e4),
    numbers,
  );
}
