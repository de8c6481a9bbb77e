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

/** The name of the identity number a cell holds, or undefined. */
export function identityNumber(text: string): 'CPF' | 'CNPJ' | 'DNI/NIE' | 'ИНН' | 'СНИЛС' | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 9 || trimmed.length > 18) return undefined;
  if (isCpf(trimmed)) return 'CPF';
  if (isSnils(trimmed)) return 'СНИЛС';
  if (isCnpj(trimmed)) return 'CNPJ';
  if (isDniOrNie(trimmed)) return 'DNI/NIE';
  return isInn(trimmed) ? 'ИНН' : undefined;
}
