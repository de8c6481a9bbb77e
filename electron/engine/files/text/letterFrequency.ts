// Which letters above ASCII are common in the languages we meet, to tell single-byte encodings apart. Weights are log10
// of rough frequencies among such letters. By language, not by encoding: Polish has ą and never š, Czech the reverse,
// and that is what separates windows-1250 from ISO-8859-2.
import type { Encoding } from '../../../../shared/model/readSettings.ts';

export type SingleByteEncoding = Exclude<
  Encoding,
  'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1' | 'shift_jis' | 'gb18030'
>;

type Groups = readonly (readonly [string, number])[];

/** `prior` is log10 of how much rarer we expect the language to be than our own five. */
interface Language {
  readonly prior: number;
  readonly letters: Groups;
}

const letters = (prior: number, ...groups: Groups): Language => ({ prior, letters: groups });

const CYRILLIC: readonly Language[] = [
  letters(0, ['оеаинтср', -1.1], ['влкмдпу', -1.4], ['яыьгзбчй', -1.8], ['хжшюцщ№', -2.2], ['эфъё', -2.8]),
  letters(-0.6, ['оеаинтсрі', -1.1], ['влкмдпу', -1.4], ['яьгзбчйї', -1.8], ['хжшюцщ№є', -2.2], ['фґ', -2.8]),
];

const WESTERN: readonly Language[] = [
  letters(0, ['ãçáé', -0.85], ['íóêõú', -1.2], ['âàôü', -1.9], ['ñèöä', -2.8]),
  letters(0, ['íóáé', -0.8], ['ñú', -1.2], ['ü', -2], ['çãöàè', -2.8]),
  letters(0, ['àéóíè', -0.9], ['çòúïü', -1.4], ['·', -1.8], ['ñáã', -2.3]),
  letters(-0.3, ['é', -0.5], ['èàêç', -1.2], ['ôâîûùïëœæ', -2], ['üñá', -2.8]),
  letters(-0.3, ['üäö', -0.6], ['ß', -1], ['éèçàñ', -2.3]),
  letters(-0.5, ['àèòùì', -0.8], ['é', -1.3]),
  letters(-0.6, ['åäöøæ', -0.8], ['éüðþíýáúó', -1.8]),
  // Lists of names mix languages.
  letters(-0.3, ['áéíóúñçãàèüöä', -1.25], ['êôâõïòëîûåøæß', -1.9], ['ìùœýšžÿðþ', -2.6]),
];

const CENTRAL: readonly Language[] = [
  letters(-0.5, ['łąęóżś', -0.9], ['ćńź', -1.3], ['é', -2.8]),
  letters(-0.5, ['áíéčěšřž', -1], ['ýúůóňťďľ', -1.6], ['ĺŕäôöü', -2.3]),
  letters(-0.5, ['áéóöí', -0.9], ['üőúű', -1.2]),
  letters(-0.6, ['ăîâțţșş', -0.9]),
  letters(-0.6, ['čšž', -0.8], ['ćđ', -1.1]),
  letters(-0.9, ['áéíóąęłśżčěšžřöü', -1.35], ['ýúůóőűćńźăâîțş', -1.9], ['ňďťđľĺŕäôşţ', -2.5]),
];

export interface EncodingLetters {
  readonly encoding: SingleByteEncoding;
  /** log10 of how much rarer files in it are. */
  readonly prior: number;
  readonly languages: readonly Language[];
}

/** In order of preference when two explain the bytes equally well. */
export const SINGLE_BYTE: readonly EncodingLetters[] = [
  { encoding: 'windows-1252', prior: 0, languages: WESTERN },
  { encoding: 'windows-1251', prior: 0, languages: CYRILLIC },
  { encoding: 'iso-8859-15', prior: -0.3, languages: WESTERN },
  { encoding: 'windows-1250', prior: -0.3, languages: CENTRAL },
  { encoding: 'cp850', prior: -0.6, languages: WESTERN },
  { encoding: 'macintosh', prior: -0.6, languages: WESTERN },
  { encoding: 'cp866', prior: -0.3, languages: CYRILLIC },
  { encoding: 'koi8-r', prior: -0.3, languages: CYRILLIC },
  { encoding: 'iso-8859-2', prior: -0.6, languages: CENTRAL },
  { encoding: 'x-mac-cyrillic', prior: -1.4, languages: CYRILLIC },
];

const COMMON_SIGNS = '–—‘’“”„…«»°ºª·€£§№±®\u00A0¿¡';
const COMMON_SIGN = -2.5;
const FOREIGN_LETTER = -3.6;
const UNKNOWN_SIGN = -5;
const CONTROL = -12;
const CAPITAL = -0.1;
const LETTER = /\p{L}/u;

/** The weight in one language of each of the 128 upper bytes once decoded. */
export function letterWeights(decoded: string, language: Language): Float64Array {
  return Float64Array.from(decoded, (sign) => {
    const lower = sign.toLowerCase();
    const group = language.letters.find(([known]) => known.includes(lower));
    if (sign.charCodeAt(0) < 0xa0 || sign === '\uFFFD') return CONTROL;
    if (group !== undefined) return group[1] + (sign === lower ? 0 : CAPITAL);
    if (COMMON_SIGNS.includes(sign)) return COMMON_SIGN;
    return LETTER.test(sign) ? FOREIGN_LETTER : UNKNOWN_SIGN;
  });
}
