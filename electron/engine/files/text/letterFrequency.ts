// Which letters above ASCII are common in the languages we read, to tell single-byte encodings apart.
// Weights are log10 of rough frequencies among such letters, from letter counts of each language.
import type { Encoding } from '../../../../shared/model/source.ts';

export type SingleByteEncoding = Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1'>;

/** In order of preference when two explain the bytes equally well. */
export const SINGLE_BYTE: readonly SingleByteEncoding[] = [
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'iso-8859-15',
  'iso-8859-2',
];

type Groups = readonly (readonly [string, number])[];

const CYRILLIC: Groups = [
  ['оеаинтср', -1.1],
  ['влкмдпу', -1.4],
  ['яыьгзбчй', -1.8],
  ['хжшюцщ№', -2.2],
  ['эфъё', -2.8],
];
const WESTERN: Groups = [
  ['éáãçóíñêàúèõäöüß', -1],
  ['âôåøæëïœ', -1.7],
  ['ìòùîûýšžÿðþº', -2.4],
];
const CENTRAL: Groups = [
  ['ąćęłńóśźżáčéěířšýžőűöüăâîşţșț', -1],
  ['ďňťúůäôĺľŕđß', -1.7],
  ['ç', -2.4],
];

const TABLES: Readonly<Record<SingleByteEncoding, Groups>> = {
  'windows-1251': CYRILLIC,
  'koi8-r': CYRILLIC,
  'windows-1252': WESTERN,
  'iso-8859-15': WESTERN,
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
};

const COMMON_SIGNS = '–—‘’“”„…«»°º ª·€£§№±®\u00A0¿¡';
const UNKNOWN_LETTER = -4;
const UNKNOWN_SIGN = -5;
const CONTROL = -12;
const LETTER = /\p{L}/u;

/** The weight of each of the 128 upper bytes once decoded. */
export function letterWeights(encoding: SingleByteEncoding, decoded: string): Float64Array {
  const weights = new Float64Array(decoded.length);
  const groups = TABLES[encoding];
  for (let i = 0; i < decoded.length; i++) {
    const sign = decoded[i] ?? '';
    const lower = sign.toLowerCase();
    const group = groups.find(([letters]) => letters.includes(lower));
    const code = sign.charCodeAt(0);
    if (code < 0xa0 || sign === '\uFFFD') weights[i] = CONTROL;
    else if (group !== undefined) weights[i] = group[1] - (sign === lower ? 0 : 0.1);
    else if (LETTER.test(sign)) weights[i] = UNKNOWN_LETTER;
    else weights[i] = COMMON_SIGNS.includes(sign) ? -2.5 : UNKNOWN_SIGN;
  }
  return weights;
}
