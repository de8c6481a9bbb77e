// Hair as paths in a 120 × 120 box: `back` is drawn behind the head, `front` over it. The head's middle is at 60, 52.
import type { HairStyle } from './traits.ts';

export interface HairShape {
  readonly back: string;
  readonly front: string;
}

const disc = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

const PULLED_BACK = 'M39.5 48C38 30 48 22 60 22S82 30 80.5 48C78 39 71 33 60 32C49 33 42 39 39.5 48Z';
const LONG_BACK =
  'M33 56C31 30 43 17 60 17S89 30 87 56C87 76 89 88 92 97C84 100 78 98 76 94H44C42 98 36 100 28 97C31 88 33 76 33 56Z';

export const HAIR: Readonly<Record<HairStyle, HairShape>> = {
  sidePart: {
    back: '',
    front:
      'M39 50C35 32 45 19 62 20C77 20 85 32 81 50C80 43 78 39 73 35C62 40 49 39 43 36C40 40 39 45 39 50Z',
  },
  crop: {
    back: '',
    front: 'M39.5 47C38 29 47 21.5 60 21.5S82 29 80.5 47C78 39 73 34 60 34S42 39 39.5 47Z',
  },
  curls: {
    back: [disc(39, 52, 7), disc(81, 52, 7)].join(''),
    front: [
      disc(44, 34, 8),
      disc(52, 27, 8.5),
      disc(62, 24, 9),
      disc(71, 28, 8.5),
      disc(77, 36, 7.5),
      disc(40, 43, 6),
      disc(80, 44, 6),
      disc(60, 32, 7),
    ].join(''),
  },
  bob: {
    back: 'M34 54C32 30 44 18 60 18S88 30 86 54V71C86 78 78 80 74 77H46C42 80 34 78 34 71Z',
    front: 'M38.5 49C37 32 46 22 60 22S83 32 81.5 49C75 45 71 41 69 36C62 42 50 46 38.5 49Z',
  },
  long: {
    back: LONG_BACK,
    front: 'M38.5 54C36 34 45 22 60 22S84 34 81.5 54C79 44 71 37 60 30C49 37 41 44 38.5 54Z',
  },
  bun: { back: disc(60, 15, 9.5), front: PULLED_BACK },
  fringe: {
    back: LONG_BACK,
    front: 'M38.5 49C36 30 46 21 60 21S84 30 81.5 49C80 45 78 43.5 76 43H44C42 43.5 40 45 38.5 49Z',
  },
  waves: {
    back: '',
    front:
      'M37 53C31 40 38 26 48 24C52 15 68 15 72 23C83 25 88 39 83 53C82 46 80 41 76 38C70 42 66 36 61 38C55 42 48 36 44 40C40 43 38 47 37 53Z',
  },
  thinning: {
    back: '',
    front:
      'M39.5 57C36 48 37 40 42 34C43 42 41.5 50 41.5 57ZM80.5 57C84 48 83 40 78 34C77 42 78.5 50 78.5 57Z',
  },
  quiff: {
    back: '',
    front:
      'M39 49C36 37 41 28 49 27C50 18 67 13 79 21C86 27 84 40 81 49C80 43 78 39 75 36C66 34 54 34 45 37C42 40 40 44 39 49Z',
  },
};
