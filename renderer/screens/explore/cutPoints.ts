// Cut points as people write them: "30, 90, 180", "30 90 180" or, with decimal commas, "9,5; 20".

/** Up to nine rising numbers; none at all (quantiles) for an empty text; null for anything else. */
export function readCuts(text: string): readonly number[] | null {
  // Between semicolons a comma is the decimal mark and a space parts thousands.
  const parts = text.includes(';')
    ? text.replaceAll(',', '.').replaceAll(/\s/gu, '').split(';')
    : text.split(/[,\s]/u);
  const cuts = parts.filter((part) => part !== '').map(Number);
  const sound = cuts.every((cut, at) => Number.isFinite(cut) && (at === 0 || cut > cuts[at - 1]!));
  return sound && cuts.length <= 9 ? cuts : null;
}

/** As `readCuts` reads it again. */
export function writeCuts(cuts: readonly number[] | undefined): string {
  return (cuts ?? []).join(', ');
}
