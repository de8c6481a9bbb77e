// Fills the sample project through the same path as a user's files: inspect, accept what is proposed, import.
import { basename, extname } from 'node:path';
import type { SampleLocale } from '../../../resources/sample/files.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { mappingOf } from '../../../shared/model/mapping.ts';
import { writeName, writeSettings } from '../db/settings.ts';
import { inspectFile } from '../files/index.ts';
import type { JobContext } from './context.ts';
import { importSource } from './importSource.ts';
import { SAMPLE_CURRENCIES, sampleName, samplePaths } from './sampleFiles.ts';

export async function* makeSample(
  context: JobContext,
  { locale }: { readonly locale: SampleLocale },
): AsyncGenerator<Progress, null> {
  const { db, resourcesDir } = context;
  context.write(() => {
    writeName(db, sampleName(locale));
    writeSettings(db, { locale, currency: SAMPLE_CURRENCIES[locale] });
  });
  context.changed(['setting']);
  const paths = samplePaths(resourcesDir, locale);
  for (const [at, path] of paths.entries()) {
    const { settings, kind, columns } = await inspectFile(path, {});
    const name = basename(path, extname(path));
    const steps = importSource(context, { path, name, kind, settings, columns: mappingOf(columns) });
    for await (const progress of steps) yield { ...progress, share: (at + progress.share) / paths.length };
  }
  return null;
}
