// Cut points as people write them: "30, 90, 180" or, with decimal commas, "9,5; 20".

/** Up to nine rising numbers; none at all (quantiles) for an empty text; null for anything else. */
export function readCuts(text: string): readonly number[] | null {
  const parts = (text.includes(';') ? text.replaceAll(',', '.').split(';') : text.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const cuts = parts.map(Number);
  const sound = cuts.every((cut, at) => Number.isFinite(cut) && (at === 0 || cut > cuts[at - 1]!));
  return sound && cuts.length <= 9 ? cuts : null;
}

/** As `readCuts` reads it again. */
export function writeCuts(cuts: readonly number[] | undefined): string {
  return (cuts ?? []).join(', ');
}
