// Lists of numbers in one field: "30, 90, 180", "30 90 180" or, with decimal commas, "9,5; 20".
import type { TypedNumbers } from '../../ui/index.ts';

const SMALLEST_GROUPED = 1000;

/**
 * Null stands for what cannot be read. Between semicolons everything is one number; else spaces and commas part. A
 * comma without a space belongs to a number that the language writes so ("9,5 20" in Spanish, "1,500 2,500" in
 * English); where nothing else parts ("30,90", "1,500"), that is not guessed at.
 */
export function readList(text: string, { read, typed }: TypedNumbers): readonly (number | null)[] {
  const partsOf = (between: string | RegExp): readonly string[] =>
    text.split(between).filter((part) => part.trim() !== '');
  if (text.includes(';')) return partsOf(';').map(read);
  const decimalComma = typed(0.5).includes(',');
  const tokens = partsOf(/\s+,?|,\s+|,$/u);
  return tokens.flatMap((token) => {
    const one = read(token);
    const isNumber = one !== null && (decimalComma || one >= SMALLEST_GROUPED);
    if (!token.includes(',') || (isNumber && tokens.length > 1)) return [one];
    return isNumber ? [null] : token.split(',').map(read);
  });
}

/** As `readList` reads it again. */
export function writeList(values: readonly number[], { typed }: TypedNumbers): string {
  const parts = values.map(typed);
  if (!parts.some((part) => part.includes(','))) return parts.join(', ');
  return parts.length === 1 ? `${parts[0]};` : parts.join('; ');
}
