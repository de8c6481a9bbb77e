// Bands of numbers as people write them: "18–24", "under 18", "65+", in five languages.

export interface Band {
  /** from ≤ value < to; null = open. */
  readonly from: number | null;
  readonly to: number | null;
}

const NUMBER = String.raw`(-?\d+(?:[.,]\d+)?)`;
const RANGE = new RegExp(
  String.raw`^\D{0,12}?${NUMBER}\s*(?:[-–—−]|to|a|al|до|and|e|y|i|и)\s*${NUMBER}\D*$`,
  'iu',
);
const BELOW = new RegExp(
  String.raw`^(?:<|under|below|up to|less than|até|abaixo de|menos de|menor de|hasta|menys de|fins a|до|младше|менее)\s*${NUMBER}\D*$`,
  'iu',
);
const FROM_WORD = new RegExp(
  String.raw`^(?:>=|≥|>|over|above|from|acima de|a partir de|mais de|más de|desde|més de|des de|от|старше|более)\s*${NUMBER}\D*$`,
  'iu',
);
const FROM_SIGN = new RegExp(
  String.raw`^${NUMBER}\s*(?:\D*\+|(?:\D+\s)?(?:and|or) (?:over|older|more)|(?:anos |años |anys )?(?:e|ou|y|o|i) (?:mais|más|més)|(?:лет )?и (?:старше|более|больше))\D*$`,
  'iu',
);
const ALONE = new RegExp(String.raw`^${NUMBER}$`, 'u');

const numberOf = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));

interface Written extends Band {
  /** True when the upper number is the last that belongs to the band, as in "18–24". */
  readonly inclusive: boolean;
}

function writtenBand(level: string): Written | null {
  const text = level.normalize('NFKC').trim();
  const range = RANGE.exec(text);
  if (range) {
    const [from, to] = [numberOf(range[1]), numberOf(range[2])];
    const whole = Number.isInteger(from) && Number.isInteger(to);
    return from <= to ? { from, to, inclusive: whole } : null;
  }
  const open = FROM_SIGN.exec(text) ?? FROM_WORD.exec(text);
  if (open) return { from: numberOf(open[1]), to: null, inclusive: false };
  const below = BELOW.exec(text);
  if (below) return { from: null, to: numberOf(below[1]), inclusive: false };
  const alone = ALONE.exec(text);
  return alone ? { from: numberOf(alone[1]), to: numberOf(alone[1]), inclusive: true } : null;
}

/**
 * The bands of all levels of one distribution; null for a level that is none. "18–24" ends with 24 (and reaches to
 * 25), unless another level begins with 24: then it ends below it.
 */
export function bandsOf(levels: readonly string[]): readonly (Band | null)[] {
  const written = levels.map(writtenBand);
  const starts = new Set(written.map((band) => band?.from));
  return written.map((band) => {
    if (!band) return null;
    const { from, to, inclusive } = band;
    const closes = inclusive && to !== null && (to === from || !starts.has(to));
    return { from, to: closes ? to + 1 : to };
  });
}

/** How a band is written where no word is needed: "<18", "18–24", "65+"; the last whole number where bands are whole. */
export function bandLevel({ from, to }: Band, whole: boolean): string {
  if (from === null) return `<${to ?? ''}`;
  if (to === null) return `${from}+`;
  if (!whole) return `${from}–${to}`;
  return to - 1 === from ? String(from) : `${from}–${to - 1}`;
}

/** The bands between ascending cut points, open at both ends. */
export function bandsBetween(cuts: readonly number[]): readonly Band[] {
  return [null, ...cuts].map((from, at) => ({ from, to: cuts[at] ?? null }));
}
