// A drawn portrait in the segment's colour. It stands for nobody: the seed decides, and the card says so.
import type { ReactNode } from 'react';
import { segmentFill } from '../../../ui/index.ts';
import { HAIR } from './hair.ts';
import styles from './portrait.module.css';
import { portraitTraits, type PortraitTraits } from './traits.ts';

const HEAD = 'M40 48C40 32 48 25 60 25S80 32 80 48C80 67 71 80 60 80S40 67 40 48Z';
const SHOULDERS = 'M10 120C12 99 31 92 50 88C53 95 67 95 70 88C89 92 108 99 110 120Z';

const MOUTH: Readonly<Record<PortraitTraits['mouth'], ReactNode>> = {
  smile: <path className={styles.line} d="M53 69Q60 75 67 69" />,
  calm: <path className={styles.line} d="M55 71Q60 73 65 71" />,
  grin: <path className={styles.grin} d="M53.5 68.5Q60 70 66.5 68.5Q65 74.5 60 74.5T53.5 68.5Z" />,
};

const BACKDROP: Readonly<Record<PortraitTraits['backdrop'], ReactNode>> = {
  hill: <path className={styles.shape} d="M0 92C26 78 58 98 120 70V120H0Z" />,
  sun: <circle className={styles.shape} cx="88" cy="34" r="40" />,
  stripe: <path className={styles.shape} d="M62 0H112L58 120H8Z" />,
};

const GARMENT: Readonly<Record<PortraitTraits['garment'], ReactNode>> = {
  crew: <path className={styles.seam} d="M48 88.5C51 98 69 98 72 88.5" />,
  shirt: (
    <>
      <path className={styles.pale} d="M50 86L60 99L51 107L43 90ZM70 86L60 99L69 107L77 90Z" />
      <path className={styles.seam} d="M60 100V120" />
    </>
  ),
  jacket: (
    <>
      <path className={styles.pale} d="M50 88L60 112L70 88C66 94 54 94 50 88Z" />
      <path className={styles.cloth2} d="M50 86L60 114L55 120H44L38 95ZM70 86L60 114L65 120H76L82 95Z" />
    </>
  ),
  rollNeck: <path className={styles.cloth2} d="M48 84C54 88 66 88 72 84V93C67 98 53 98 48 93Z" />,
};

function Glasses({ kind }: { readonly kind: PortraitTraits['glasses'] }) {
  if (kind === 'none') return null;
  const lens =
    kind === 'round'
      ? 'M45.5 54a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M61.5 54a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0'
      : 'M45 49.5H58V57Q58 60 55 60H48Q45 60 45 57ZM62 49.5H75V57Q75 60 72 60H65Q62 60 62 57Z';
  return <path className={styles.frame} d={`${lens}M58 53Q60 51.5 62 53M45 52L40 51M75 52L80 51`} />;
}

function Face({ traits }: { readonly traits: PortraitTraits }) {
  return (
    <>
      <circle className={styles.skin} cx="39.5" cy="55" r="4.5" />
      <circle className={styles.skin} cx="80.5" cy="55" r="4.5" />
      <path className={styles.skin} d={HEAD} />
      <path className={styles.line} d="M47.5 48Q52 45.5 56 47.5M64 47.5Q68 45.5 72.5 48" />
      <circle className={styles.dark} cx="52" cy="54" r="1.9" />
      <circle className={styles.dark} cx="68" cy="54" r="1.9" />
      <path className={styles.line} d="M60 57Q57.5 63 61 64" />
      {MOUTH[traits.mouth]}
    </>
  );
}

export interface PortraitProps {
  readonly seed: string;
  /** The segment's slot, for its colour. */
  readonly slot: number;
  /** Spoken text; says that it is an illustration. */
  readonly label: string;
  readonly sizePx?: number;
}

/** The portrait of a seed, as a square SVG. */
export function Portrait({ seed, slot, label, sizePx = 120 }: PortraitProps) {
  const traits = portraitTraits(seed);
  const hair = HAIR[traits.hair];
  return (
    <svg
      className={styles.portrait}
      width={sizePx}
      height={sizePx}
      viewBox="0 0 120 120"
      role="img"
      aria-label={label}
      data-hair={traits.hairTone}
      data-skin={traits.skinTone}
      style={{ '--fill': segmentFill(slot) }}
    >
      <rect className={styles.ground} width="120" height="120" />
      {BACKDROP[traits.backdrop]}
      {hair.back ? <path className={styles.hair} d={hair.back} /> : null}
      <path className={styles.cloth} d={SHOULDERS} />
      <path className={styles.skin} d="M50 72H70V89C67 96 53 96 50 89Z" />
      <path className={styles.shade} d="M50 77C55 83 65 83 70 77V83C65 88 55 88 50 83Z" />
      {GARMENT[traits.garment]}
      <Face traits={traits} />
      <path className={styles.hair} d={hair.front} />
      <Glasses kind={traits.glasses} />
    </svg>
  );
}
