// Where a sample project is made, and the files it is made from.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_FILES } from '../../../resources/sample/files.ts';
import type { SampleLocale } from '../../../resources/sample/files.ts';

const NAMES: Readonly<Record<SampleLocale, string>> = {
  en: 'Alba & Ros',
  'pt-BR': 'Alba & Ros (Brasil)',
  ru: 'Альба и Рос',
};
export const SAMPLE_CURRENCIES: Readonly<Record<SampleLocale, string>> = {
  en: 'EUR',
  'pt-BR': 'BRL',
  ru: 'RUB',
};

export const sampleName = (locale: SampleLocale): string => NAMES[locale];

/** A path that is free: earlier samples are the user's to keep or delete. */
export function sampleProjectPath(dataDir: string, locale: SampleLocale): string {
  const folder = join(dataDir, 'samples');
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number++) {
    const path = join(folder, `${NAMES[locale]}${number > 1 ? ` ${number}` : ''}.clientela`);
    if (!existsSync(path)) return path;
  }
}

/** Customers first, so that keys keep the order of the customer file. */
export function samplePaths(resourcesDir: string, locale: SampleLocale): readonly string[] {
  const { customers, orders, survey } = SAMPLE_FILES[locale];
  return [customers, orders, survey].map((file) => join(resourcesDir, 'sample', file));
}
