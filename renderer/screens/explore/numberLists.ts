// Lists of numbers in one field: "30, 90, 180", "30 90 180" or, with decimal commas, "9,5; 20".
import type { TypedNumbers } from '../../ui/index.ts';

const SMALLEST_GROUPED = 1000;

/**
 * Null stands for what cannot be read. Between semicolons everything is one number; else spaces and commas part. A
 * comma without a space that may as well belong to one number of the language ("30,90" in Spanish, "1,500" in English)
 * is not guessed at.
 */
export function readList(text: string, { read, typed }: TypedNumbers): readonly (number | null)[] {
  const decimalComma = typed(0.5).includes(',');
  const partsOf = (token: string): readonly (number | null)[] => {
    if (!token.includes(',')) return [read(token)];
    const one = read(token);
    const twofold = one !== null && (decimalComma || one >= SMALLEST_GROUPED);
    return twofold ? [null] : token.split(',').map(read);
  };
  const parts = text.includes(';')
    ? text.split(';')
    : text
        .trim()
        .replace(/,$/u, '')
        .split(/\s+,?\s*|,\s+/u);
  const filled = parts.filter((part) => part.trim() !== '');
  return text.includes(';') ? filled.map(read) : filled.flatMap(partsOf);
}

/** As `readList` reads it again. */
export function writeList(values: readonly number[], { typed }: TypedNumbers): string {
  const parts = values.map(typed);
  if (!parts.some((part) => part.includes(','))) return parts.join(', ');
  return parts.length === 1 ? `${parts[0]};` : parts.join('; ');
}
