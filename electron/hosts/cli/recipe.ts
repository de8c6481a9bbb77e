// What `run` is told to do: a small JSON file, every part of which may be left out.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { EXPORTS } from '../../../shared/contract/plan.ts';
import { AppError } from '../../../shared/errors.ts';
import { ProjectSettings } from '../../../shared/model/project.ts';
import { ClusterSettings, SCALES } from '../../../shared/model/segmentation.ts';
import { TableKind } from '../../../shared/model/source.ts';
import { refusedField } from './failures.ts';
import { MappingFile } from './mapping.ts';

const settings = ProjectSettings.shape;

export const Recipe = z.strictObject({
  name: z.string().min(1).max(200).default('Clientela'),
  locale: settings.locale.default('en'),
  currency: settings.currency.default('EUR'),
  /** Table kinds in the order of the files; detected when left out. */
  kinds: z.array(TableKind.nullable()).default([]),
  /** As `--mapping` takes them, in the order of the files. */
  mappings: z.array(MappingFile.nullable()).default([]),
  analysisDate: z.iso.date().nullable().default(null),
  features: z.array(z.string()).min(1).max(200).optional(),
  k: ClusterSettings.shape.k.default({ from: 2, to: 12 }),
  scale: z.enum(SCALES).default('z'),
  seed: settings.seed.default(4127),
  plan: z
    .strictObject({ name: z.string().min(1).max(120), startDate: z.iso.date() })
    .default({ name: 'Plan', startDate: '2027-01-11' }),
  exports: z.array(z.enum(EXPORTS)).default([...EXPORTS]),
});
export type Recipe = z.infer<typeof Recipe>;

/** @throws AppError SRC-UNREADABLE, RECIPE-INVALID naming the field that does not fit */
export function readRecipe(path: string): Recipe {
  const file = basename(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new AppError('SRC-UNREADABLE', { file });
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new AppError('RECIPE-INVALID', { file, field: 'JSON' });
  }
  const parsed = Recipe.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new AppError('RECIPE-INVALID', { file, field: refusedField(parsed.error.issues[0]) || 'JSON' });
}
