// A tenth of what `npm run fuzz` does: generated text files in every dialect and encoding, whole and damaged.
import { expect, it } from 'vitest';
import { fuzzCsv } from '../../fuzz/csv.ts';

const FILES = 1000;

it('generated text files are read as they were written', { timeout: 120_000 }, async () => {
  const counts = await fuzzCsv(FILES);
  console.log('text files', counts);
  expect(counts.files).toBe(FILES);
  expect(counts.read).toBe(counts.loaded + counts.rejected + counts.blank);
  // Where the dialect leaves traces it is found. One word in an 8-bit encoding, or one backslash, can still mislead.
  expect(counts.otherwise).toBeLessThan(FILES * 0.02);
  expect(counts.detectedRefused).toBeLessThan(FILES * 0.005);
});
