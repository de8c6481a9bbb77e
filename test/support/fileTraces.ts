// What a file still holds of some texts, byte by byte.
import { readFileSync } from 'node:fs';

/** Which of the texts occur in a file, in UTF-8 or UTF-16. */
export function traces(file: string, texts: readonly string[]): string[] {
  const bytes = readFileSync(file);
  return texts.filter(
    (text) => bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le')),
  );
}
