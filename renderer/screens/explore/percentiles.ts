// Percentiles as people write them: "1", "2,5", "99 %".
import type { TypedNumbers } from '../../ui/index.ts';

const RANGE = { low: [0, 0.25], high: [0.75, 1] } as const;

/** A share 0..0.25 or 0.75..1; null for anything else. */
export function readPercentile(text: string, end: 'low' | 'high', { read }: TypedNumbers): number | null {
  const percent = read(text.replace('%', ''));
  const share = percent === null ? NaN : Math.round(percent * 1e6) / 1e8;
  const [from, to] = RANGE[end];
  return share >= from && share <= to ? share : null;
}

/** As `readPercentile` reads it again. */
export function writePercentile(share: number, { typed }: TypedNumbers): string {
  return typed(Math.round(share * 1e8) / 1e6);
}
