// Identity numbers recognised by their own check digits, so that they are kept out of analysis whatever their header.

function digitsOf(text: string): readonly number[] {
  return Array.from(text, Number);
}

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0);
}

function allSame(text: string): boolean {
  return /^(\d)\1*$/.test(text);
}

/** Brazil, natural persons: 11 digits, two check digits modulo 11 (Receita Federal). */
export function isCpf(text: string): boolean {
  const plain = text.replace(/[.\-\s]/g, '');
  if (!/^\d{11}$/.test(plain) || allSame(plain)) return false;
  const digits = digitsOf(plain);
  const check = (length: number): number => {
    const rest =
      (digits.slice(0, length).reduce((sum, digit, i) => sum + digit * (length + 1 - i), 0) * 10) % 11;
    return rest % 10;
  };
  return check(9) === digits[9] && check(10) === digits[10];
}

/** Brazil, companies: 14 digits, two check digits modulo 11 (Receita Federal). */
export function isCnpj(text: string): boolean {
  const plain = text.replace(/[.\-/\s]/g, '');
  if (!/^\d{14}$/.test(plain) || allSame(plain)) return false;
  const digits = digitsOf(plain);
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const check = (length: number): number => {
    const rest = weighted(digits, weights.slice(13 - length)) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return check(12) === digits[12] && check(13) === digits[13];
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spain, DNI (8 digits and a letter) and NIE (X, Y or Z in front): letter by modulo 23. */
export function isDniOrNie(text: string): boolean {
  const plain = text.replace(/[.\-\s]/g, '').toUpperCase();
  const match = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(plain);
  if (match === null) return false;
  const [, lead = '', number = '', letter = ''] = match;
  if (number.length !== (lead === '' ? 8 : 7)) return false;
  const prefix = lead === '' ? '' : String('XYZ'.indexOf(lead));
  return DNI_LETTERS[Number(prefix + number) % 23] === letter;
}

/** Russia, ИНН: 10 digits (companies) or 12 (persons), check digits by weighted sums modulo 11 modulo 10. */
export function isInn(text: string): boolean {
  if (!/^(?:\d{10}|\d{12})$/.test(text) || allSame(text)) return false;
  const digits = digitsOf(text);
  const check = (weights: readonly number[]): number => (weighted(digits, weights) % 11) % 10;
  if (digits.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9];
  return (
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] &&
    check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11]
  );
}

/** Russia, СНИЛС: 11 digits, the last two a weighted sum modulo 101. */
export function isSnils(text: string): boolean {
  const plain = text.replace(/[-\s]/g, '');
  if (!/^\d{11}$/.test(plain) || allSame(plain)) return false;
  const digits = digitsOf(plain);
  const rest = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (rest === 100 ? 0 : rest) === (digits[9] ?? 0) * 10 + (digits[10] ?? 0);
}

const CIF = /^([ABCDEFGHJNPQRSUVW])(\d{7})([0-9A-J])$/;
/** Kinds whose control is always a letter, and always a digit; the others may use either. */
const CIF_LETTER = 'NPQRSW';
const CIF_DIGIT = 'ABEH';

/** Spain, NIF of companies (formerly CIF): a letter, seven digits, a control digit or letter (Orden EHA/451/2008). */
export function isCompanyNif(text: string): boolean {
  const match = CIF.exec(text.replace(/[.\-\s]/g, '').toUpperCase());
  if (match === null) return false;
  const [, kind = '', number = '', control = ''] = match;
  const sum = digitsOf(number).reduce((total, digit, i) => {
    const doubled = digit * 2;
    return total + (i % 2 === 1 ? digit : Math.floor(doubled / 10) + (doubled % 10));
  }, 0);
  const check = (10 - (sum % 10)) % 10;
  const isLetter = /[A-J]/.test(control);
  if (CIF_LETTER.includes(kind) && !isLetter) return false;
  if (CIF_DIGIT.includes(kind) && isLetter) return false;
  return isLetter ? 'JABCDEFGHI'[check] === control : String(check) === control;
}

/** Bank accounts, ISO 13616: country, two check digits, up to 30 characters; the whole modulo 97 is 1. */
export function isIban(text: string): boolean {
  const plain = text.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  let rest = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

export type IdentityKind = 'CPF' | 'CNPJ' | 'DNI/NIE' | 'NIF' | 'IBAN' | 'ИНН' | 'СНИЛС';

/** The name of the identity number a cell holds, or undefined. */
export function identityNumber(text: string): IdentityKind | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 9 || trimmed.length > 42) return undefined;
  if (trimmed.length > 18) return isIban(trimmed) ? 'IBAN' : undefined;
  if (isCpf(trimmed)) return 'CPF';
  if (isSnils(trimmed)) return 'СНИЛС';
  if (isCnpj(trimmed)) return 'CNPJ';
  if (isDniOrNie(trimmed)) return 'DNI/NIE';
  if (isCompanyNif(trimmed)) return 'NIF';
  if (isIban(trimmed)) return 'IBAN';
  return isInn(trimmed) ? 'ИНН' : undefined;
}

/**
 * How often a random value of the right length passes, at most: 1 of 10 for one check digit (ИНН of companies, NIF),
 * 1 of 23 for a check letter, 1 of 97 or 100 for two. Sequential numbers pass no more often than random ones.
 */
const BY_CHANCE: Readonly<Record<IdentityKind, number>> = {
  CPF: 0.01,
  СНИЛС: 0.02,
  CNPJ: 0.01,
  'DNI/NIE': 1 / 23,
  NIF: 0.1,
  IBAN: 1 / 97,
  ИНН: 0.11,
};
const LEAST_SHARE = 0.8;
const MOST_CHANCE = 1e-6;

/** P(X ≥ passed) for X binomial(n, p), by summing the tail in logarithms. */
function tail(n: number, passed: number, p: number): number {
  let logTerm = n * Math.log1p(-p);
  let sum = passed === 0 ? Math.exp(logTerm) : 0;
  for (let k = 1; k <= n; k++) {
    logTerm += Math.log((n - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    if (k >= passed) sum += Math.exp(logTerm);
  }
  return sum;
}

/**
 * Whether a column holds identity numbers: of its different values at least four fifths pass the check digits, and
 * numbers that only happen to have that length would do so less than once in a million columns. Three valid CPFs are
 * enough; of ИНН, with its single check digit, it takes seven.
 */
export function isIdentityColumn(kind: IdentityKind, passed: number, distinct: number): boolean {
  if (passed < distinct * LEAST_SHARE) return false;
  return tail(distinct, passed, BY_CHANCE[kind]) <= MOST_CHANCE * (1 + 1e-9);
}
