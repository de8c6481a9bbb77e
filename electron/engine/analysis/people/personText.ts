// A person's details in a form that can be compared: what people write differently for the same thing is taken away.

/** Lower case, without accents and surrounding spaces; ё as е. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ё', 'е').trim();

/** Mail services that ignore dots and everything after a plus in the local part. */
const DOTLESS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * An e-mail address for comparing: trimmed, lower case; at Gmail without dots and +tags. Empty when it is none.
 * @example comparableEmail(' Marta.Vila+shop@gmail.com') // 'martavila@gmail.com'
 */
export function comparableEmail(text: string): string {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  const at = address.lastIndexOf('@');
  if (at < 1 || !address.slice(at).includes('.')) return '';
  const domain = address.slice(at + 1);
  const local = address.slice(0, at);
  if (!DOTLESS.has(domain)) return address;
  return `${local.replace(/\+.*$/, '').replaceAll('.', '')}@gmail.com`;
}

const LEAST_DIGITS = 7;
const COMPARED_DIGITS = 9;

/**
 * A phone number for comparing: its last nine digits, so that +34, 0034 and 8/+7 do not matter. Empty below seven
 * digits and for one digit repeated.
 */
export function comparablePhone(text: string): string {
  const digits = text.replace(/(?:x|ext|доб)\.?\s*\d{1,5}$/i, '').replace(/\D/g, '');
  if (digits.length < LEAST_DIGITS || /^(\d)\1*$/.test(digits)) return '';
  return digits.slice(-COMPARED_DIGITS);
}

/** Particles of names, and forms of address. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'de da do das dos del della di du la las los el i y e van von den der mr mrs ms dr sr sra srta d dona don dra'.split(
    ' ',
  ),
);

/** The words of a name in order of the alphabet, particles and titles left out. */
export function nameTokens(text: string): readonly string[] {
  const words = folded(text)
    .replace(/[^\p{L}\p{N}\s'-]/gu, ' ')
    .replace(/['’-]/g, ' ')
    .split(/\s+/);
  const kept = words.filter((word) => word !== '' && !SMALL_WORDS.has(word));
  return [...new Set(kept)].sort();
}

const STREET_WORDS =
  /\b(?:c|calle|carrer|cl|rua|r|av|avda|avenida|avinguda|av|street|st|road|rd|avenue|ave|ул|улица|пр|проспект|пер|переулок|д|дом|кв|no|num|núm|numero)\b\.?/giu;

/** An address for comparing: words and numbers in order, kinds of street left out. Empty below two parts. */
export function comparableStreet(text: string): string {
  const words = ` ${folded(text)} `
    .replace(/(?<![\p{L}\p{N}])(?:улица|ул|проспект|пр|переулок|пер|дом|д|кв)(?![\p{L}\p{N}])\.?/gu, ' ')
    .replace(STREET_WORDS, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  return words.length < 2 ? '' : words.join(' ');
}
