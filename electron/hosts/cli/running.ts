// `run`: from files to a plan in one go, as a recipe says. The same recipe on next month's files gives the same
// kind of result. All files or none: a walk that fails leaves nothing behind.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { cluster } from './analysing.ts';
import { featureSet } from './features.ts';
import type { CliCommand } from './commands.ts';
import type { CliEngine } from './engine.ts';
import { exportFile, refuseExisting } from './exporting.ts';
import { importAll, inspectAll } from './importing.ts';
import { FLAG, MANY, parseOptions, printJson, TEXT, UsageError } from './options.ts';
import { readRecipe } from './recipe.ts';
import type { Recipe } from './recipe.ts';

const PROJECT = 'project.clientela';

async function prepare(engine: CliEngine, recipe: Recipe, project: string): Promise<void> {
  const { name, locale, currency, analysisDate, seed } = recipe;
  await engine.makeProject(project);
  await engine.client.project.rename({ name });
  await engine.client.project.setSettings({ locale, currency, analysisDate, seed });
}

async function analyse({ client, finish }: CliEngine, recipe: Recipe): Promise<void> {
  await finish(client.personas.draft({}));
  await finish(client.campaigns.propose(recipe.plan));
}

async function walk(engine: CliEngine, recipe: Recipe, files: readonly string[], out: string) {
  const { client } = engine;
  const wishes = files.map((path, at) => ({
    path,
    kind: recipe.kinds[at] ?? undefined,
    mapping: recipe.mappings[at] ?? {},
  }));
  const ready = await inspectAll(engine, wishes);
  await prepare(engine, recipe, join(out, PROJECT));
  const imports = (await importAll(engine, ready)).map(({ report }) => report);
  const { features: list, ...features } = await featureSet(engine);
  const { k, scale, seed } = recipe;
  const named = recipe.features ? { features: recipe.features } : {};
  await cluster(engine, { ...named, method: 'kmeans', k, scale, seed, logs: true });
  await analyse(engine, recipe);
  for (const what of recipe.exports)
    await exportFile(engine, { what, out: join(out, what), allowPii: false, replace: false });
  const segments = await client.segments.list({});
  return {
    project: PROJECT,
    imports: imports.map(({ source, records, warnings, elapsedMs }) => ({
      source,
      records,
      warnings,
      elapsedMs,
    })),
    features: { ...features, names: list.map((feature) => feature.name) },
    segments: segments.map(({ name, customers, share, revenueShare }) => ({
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

/** @throws AppError PROJECT-EXISTS, EXPORT-TARGET: what is in the folder is never replaced */
function makeFolder(out: string, recipe: Recipe): { readonly remove: () => void } {
  if (existsSync(join(out, PROJECT))) throw new AppError('PROJECT-EXISTS', { file: basename(PROJECT) });
  for (const name of recipe.exports) refuseExisting(join(out, name));
  const refused = (reason: string) => new AppError('EXPORT-TARGET', { file: basename(out), reason });
  let first: string | undefined;
  try {
    first = mkdirSync(out, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw refused(code === 'EEXIST' || code === 'ENOTDIR' ? 'exists' : 'denied');
  }
  return {
    remove: () => {
      if (first !== undefined) return rmSync(first, { recursive: true, force: true });
      for (const name of [PROJECT, ...recipe.exports]) rmSync(join(out, name), { force: true });
    },
  };
}

export const runCommand: CliCommand = async (engine, argv) => {
  const options = { data: MANY, out: TEXT, json: FLAG };
  const { words, text, many, flag } = parseOptions(argv, options, { least: 1, most: 1000 });
  const [recipePath = '', ...more] = words;
  const files = [...many('data'), ...more];
  const out = text('out');
  if (files.length === 0 || out === undefined) throw new UsageError('--data and --out are needed');
  const recipe = readRecipe(recipePath);
  const folder = makeFolder(out, recipe);
  const result = await walk(engine, recipe, files, out).catch(async (error: unknown) => {
    await engine.client.project.close();
    folder.remove();
    throw error;
  });
  if (flag('json')) return printJson(result);
  for (const { name, customers } of result.segments) process.stdout.write(`${name}: ${customers}\n`);
};
