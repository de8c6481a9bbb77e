// Parts of the whole value as people write them: "80, 15, 5" or "62,5; 30".

/** Shares 0..1, at most eight, together at most 1; null for anything else. */
export function readShares(text: string): readonly number[] | null {
  const parts = (text.includes(';') ? text.replaceAll(',', '.').split(';') : text.split(','))
    .map((part) => part.replace('%', '').trim())
    .filter((part) => part !== '');
  const shares = parts.map((part) => Number(part) / 100);
  const sum = shares.reduce((total, share) => total + share, 0);
  const sound = shares.every((share) => share > 0 && share <= 1) && sum <= 1 + 1e-9;
  return sound && shares.length > 0 && shares.length <= 8 ? shares : null;
}

/** As percentages that `readShares` reads again. */
export function writeShares(shares: readonly number[]): string {
  return shares.map((share) => String(Math.round(share * 1e6) / 1e4)).join(', ');
}
