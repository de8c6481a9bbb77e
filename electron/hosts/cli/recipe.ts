// `run`: from files to a plan in one go, as a recipe says. The same recipe on next month's files gives the same
// kind of result; every part of it may be left out.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { EXPORTS } from '../../../shared/contract/plan.ts';
import { AppError } from '../../../shared/errors.ts';
import { Locale } from '../../../shared/i18n/locale.ts';
import { ClusterSettings, SCALES } from '../../../shared/model/segmentation.ts';
import { TableKind } from '../../../shared/model/source.ts';
import { cluster, featureSet } from './analysing.ts';
import type { CliCommand } from './commands.ts';
import type { CliEngine } from './engine.ts';
import { importFile } from './importing.ts';
import { FLAG, MANY, parseOptions, printJson, TEXT, UsageError } from './options.ts';

export const Recipe = z.strictObject({
  name: z.string().default('Clientela'),
  locale: Locale.default('en'),
  currency: z.string().length(3).default('EUR'),
  /** Table kinds in the order of the files; detected when left out. */
  kinds: z.array(TableKind.nullable()).default([]),
  analysisDate: z.string().nullable().default(null),
  features: z.array(z.string()).optional(),
  k: ClusterSettings.shape.k.default({ from: 2, to: 12 }),
  scale: z.enum(SCALES).default('z'),
  seed: z.number().int().default(4127),
  plan: z
    .strictObject({ name: z.string(), startDate: z.string() })
    .default({ name: 'Plan', startDate: '2027-01-11' }),
  exports: z.array(z.enum(EXPORTS)).default([...EXPORTS]),
});
export type Recipe = z.infer<typeof Recipe>;

function readRecipe(path: string): Recipe {
  const file = basename(path);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new AppError('RECIPE-INVALID', { file, field: '' });
  }
  const parsed = Recipe.safeParse(content);
  if (!parsed.success)
    throw new AppError('RECIPE-INVALID', { file, field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
}

async function walk(engine: CliEngine, recipe: Recipe, files: readonly string[], out: string) {
  const { client } = engine;
  const project = join(out, 'project.clientela');
  if (existsSync(project)) throw new AppError('PROJECT-EXISTS', { file: basename(project) });
  await engine.project(project, true);
  await client.project.rename({ name: recipe.name });
  await client.project.setSettings({
    locale: recipe.locale,
    currency: recipe.currency,
    analysisDate: recipe.analysisDate,
    seed: recipe.seed,
  });
  const imports = [];
  for (const [at, path] of files.entries()) {
    const kind = recipe.kinds[at];
    imports.push(await importFile(engine, path, { mapping: {}, ...(kind ? { kind } : {}) }));
  }
  const { features: list, ...features } = await featureSet(engine);
  const { k, scale, seed } = recipe;
  await cluster(engine, {
    ...(recipe.features ? { features: recipe.features } : {}),
    method: 'kmeans',
    k,
    scale,
    seed,
    logs: true,
  });
  await engine.finish(client.personas.draft({}));
  await engine.finish(client.campaigns.propose(recipe.plan));
  for (const what of recipe.exports) {
    await engine.finish(
      client.exports.write({ what, target: await engine.target(join(out, what)), allowPii: false }),
    );
  }
  return {
    project: basename(project),
    imports: imports.map(({ source, records, warnings, elapsedMs }) => ({
      source,
      records,
      warnings,
      elapsedMs,
    })),
    features: { ...features, names: list.map((feature) => feature.name) },
    segments: (await client.segments.list({})).map(({ name, customers, share, revenueShare }) => ({
      name,
      customers,
      share,
      revenueShare,
    })),
    personas: (await client.personas.list()).map((persona) => persona.name),
    totals: (await client.campaigns.list()).at(-1)?.totals ?? null,
    files: recipe.exports,
  };
}

export const runCommand: CliCommand = async (engine, argv) => {
  const { words, text, many, flag } = parseOptions(
    argv,
    { data: MANY, out: TEXT, json: FLAG },
    { least: 1, most: 1000 },
  );
  const [recipePath = '', ...more] = words;
  const files = [...many('data'), ...more];
  const out = text('out');
  if (files.length === 0 || out === undefined) throw new UsageError('--data and --out are needed');
  const recipe = readRecipe(recipePath);
  mkdirSync(out, { recursive: true });
  const result = await walk(engine, recipe, files, out);
  if (flag('json')) return printJson(result);
  for (const { name, customers } of result.segments) process.stdout.write(`${name}: ${customers}\n`);
};
