// What a portrait looks like, from its seed alone. The choice says nothing about the customers: it only tells cards apart.

export const HAIR_STYLES = [
  'sidePart',
  'crop',
  'curls',
  'bob',
  'long',
  'bun',
  'fringe',
  'waves',
  'thinning',
  'quiff',
] as const;
export type HairStyle = (typeof HAIR_STYLES)[number];

export const GARMENTS = ['crew', 'shirt', 'jacket', 'rollNeck'] as const;
export type Garment = (typeof GARMENTS)[number];

export const GLASSES = ['none', 'none', 'none', 'round', 'square'] as const;
export const MOUTHS = ['smile', 'calm', 'grin'] as const;
export const BACKDROPS = ['hill', 'sun', 'stripe'] as const;

export interface PortraitTraits {
  readonly hair: HairStyle;
  /** 0..3, from ink to pale. */
  readonly hairTone: number;
  /** 0..2, from light to dark. */
  readonly skinTone: number;
  readonly garment: Garment;
  readonly glasses: (typeof GLASSES)[number];
  readonly mouth: (typeof MOUTHS)[number];
  readonly backdrop: (typeof BACKDROPS)[number];
}

const HAIR_TONES = [0, 1, 2, 3] as const;
const SKIN_TONES = [0, 1, 2] as const;

/** 32 bits of a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Numbers in 0..1 from a 32 bit state (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same seed gives the same portrait on every machine. */
export function portraitTraits(seed: string): PortraitTraits {
  const next = sequence(hashOf(seed));
  const pick = <T>(options: readonly [T, ...T[]]): T =>
    options[Math.floor(next() * options.length)] ?? options[0];
  return {
    hair: pick(HAIR_STYLES),
    hairTone: pick(HAIR_TONES),
    skinTone: pick(SKIN_TONES),
    garment: pick(GARMENTS),
    glasses: pick(GLASSES),
    mouth: pick(MOUTHS),
    backdrop: pick(BACKDROPS),
  };
}
