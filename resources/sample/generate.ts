// Generates the sample of "Alba & Ros", an invented clothing shop. `npm run sample` writes the committed files again;
// the same seed gives the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawCustomers } from './customers.ts';
import { SAMPLE_FILES, TRUTH_FILE, type SampleLocale } from './files.ts';
import { SAMPLE_LANGUAGES } from './languages.ts';
import { drawOrderLines } from './orders.ts';
import { createSampleRandom } from './random.ts';
import { drawSurvey } from './survey.ts';
import { sampleFiles, type Sample } from './tables.ts';

export const SAMPLE_SEED = 4127;

/** Draws customers, order lines and survey answers; no language yet. */
export function drawSample(seed: number = SAMPLE_SEED): Sample {
  const random = createSampleRandom(seed);
  const customers = drawCustomers(random);
  return { customers, lines: drawOrderLines(random, customers), answers: drawSurvey(random, customers) };
}

function truthText(sample: Sample): string {
  const rows = sample.customers.map(({ key, kind }) => `${key},${kind === null ? '' : 'ABCDE'[kind]}`);
  return ['customer,kind', ...rows, ''].join('\n');
}

/** All files by path relative to this folder. */
export function generateSample(seed: number = SAMPLE_SEED): ReadonlyMap<string, Uint8Array> {
  const sample = drawSample(seed);
  const files = new Map<string, Uint8Array>([[TRUTH_FILE, new TextEncoder().encode(truthText(sample))]]);
  for (const [locale, language] of Object.entries(SAMPLE_LANGUAGES)) {
    const names = SAMPLE_FILES[locale as SampleLocale];
    const bytes = sampleFiles(language, sample);
    for (const table of ['customers', 'orders', 'survey'] as const) files.set(names[table], bytes[table]);
  }
  return files;
}

if (import.meta.main) {
  for (const [path, bytes] of generateSample()) {
    const target = join(import.meta.dirname, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
