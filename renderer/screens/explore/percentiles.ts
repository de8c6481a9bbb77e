// Percentiles as people write them: "1", "2,5", "99 %".

const RANGE = { low: [0, 0.25], high: [0.75, 1] } as const;

/** A share 0..0.25 or 0.75..1; null for anything else. */
export function readPercentile(text: string, end: 'low' | 'high'): number | null {
  const plain = text.replace('%', '').replace(',', '.').trim();
  const share = plain === '' ? NaN : Math.round(Number(plain) * 1e6) / 1e8;
  const [from, to] = RANGE[end];
  return share >= from && share <= to ? share : null;
}

/** As `readPercentile` reads it again. */
export function writePercentile(share: number): string {
  return Number.isNaN(share) ? '' : String(Math.round(share * 1e8) / 1e6);
}
