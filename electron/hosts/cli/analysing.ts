// `features` and `cluster`.
import { SCALES } from '../../../shared/model/segmentation.ts';
import type { ClusterSettings } from '../../../shared/model/segmentation.ts';
import { AppError } from '../../../shared/errors.ts';
import { DEFAULT_VALUE } from '../../../shared/model/customerValue.ts';
import type { ProjectSettings } from '../../../shared/model/project.ts';
import type { CliCommand } from './commands.ts';
import type { CliEngine } from './engine.ts';
import { featureSet } from './features.ts';
import { METHOD_OPTIONS, type MethodWish, ownFeatures, parseMethod } from './method.ts';
import { checkLabels, writeLabels } from './labels.ts';
import {
  FLAG,
  oneOf,
  parseK,
  parseNames,
  parseOptions,
  type Parsed,
  parseSeed,
  printJson,
  TEXT,
  UsageError,
} from './options.ts';
import { readingLines, reasonLine, weightLines } from './told.ts';
import {
  autoCluster,
  autoRange,
  type AutoWish,
  groupsJson,
  parseSeconds,
  tournamentJson,
} from './tournament.ts';

const MORE = ['habits', 'value'] as const;

/** What `--more habits,value` asks for; null when it is not given. */
function moreOf(list: string | undefined): ProjectSettings['more'] | null {
  if (list === undefined) return null;
  const names = parseNames(list);
  const unknown = names.find((name) => !MORE.some((known) => known === name));
  if (unknown !== undefined) throw new UsageError(`--more knows habits and value, not ${unknown}`);
  return { habits: names.includes('habits'), value: names.includes('value') ? DEFAULT_VALUE : null };
}

export const featuresCommand: CliCommand = async (engine, argv) => {
  const { words, flag, text } = parseOptions(argv, { json: FLAG, more: TEXT }, { least: 1, most: 1 });
  const more = moreOf(text('more'));
  await engine.project(words[0] ?? '');
  if (more) await engine.client.project.setSettings({ more });
  const set = await featureSet(engine);
  const { customers, orders, revenue, analysisDate, leftOut, features, unmade, customerValue } = set;
  const list = features.map(({ name, label, criterion, type, missing, mean, sd, min, max }) => ({
    name,
    label,
    criterion,
    type,
    missing,
    mean,
    sd,
    min,
    max,
  }));
  const further = { ...(unmade && { unmade }), ...(customerValue && { customerValue }) };
  const totals = { customers, orders, revenue, analysisDate, leftOut };
  if (flag('json')) return printJson({ ...totals, features: list, ...further });
  process.stdout.write(`${customers} customers, ${orders} orders, ${revenue}\n`);
  for (const { name, type, mean, missing } of list)
    process.stdout.write(`  ${name}: ${type}, mean ${mean ?? '–'}, ${missing} missing\n`);
  if (customerValue) process.stdout.write(`customer value: ${customerValue.verdict}\n`);
  for (const { definition, problem } of unmade ?? [])
    process.stdout.write(`not computed: ${definition.name} (${problem.code})\n`);
};

export interface ClusterWish extends MethodWish {
  readonly features?: readonly string[];
  readonly k: ClusterSettings['k'];
  readonly scale: ClusterSettings['scale'];
  readonly seed: number;
  readonly logs: boolean;
}

/** Runs, puts the result into use, and returns its id. @throws AppError as `segmentations.run` does */
export async function cluster(engine: CliEngine, wish: ClusterWish): Promise<number> {
  const { client } = engine;
  const set = await featureSet(engine);
  const features =
    wish.features ??
    ownFeatures(wish) ??
    set.features.filter((feature) => feature.chosen).map((feature) => feature.name);
  const settings = { ...wish, features: [...features] };
  const { segmentationId } = (await engine.finish(client.segmentations.run(settings))) as {
    segmentationId: number;
  };
  await client.segmentations.activate({ segmentationId });
  return segmentationId;
}

/** The features named by the user are taken as they are; the proposed ones with their proposed logs. */
function wishOf(parsed: Pick<Parsed, 'text' | 'flag'>): ClusterWish {
  const { text } = parsed;
  const list = text('features');
  const named = list === undefined ? undefined : parseNames(list);
  if (named?.length === 0) throw new UsageError('--features names none');
  return {
    ...(named ? { features: named } : {}),
    ...parseMethod(parsed),
    k: parseK(text('k') ?? '2..12'),
    scale: oneOf(SCALES, text('scale') ?? 'z', '--scale'),
    seed: parseSeed(text('seed') ?? '4127'),
    logs: named === undefined,
  };
}

/** `--method auto`: the options of one method have no place there. */
function autoWishOf({ text, flag }: Pick<Parsed, 'text' | 'flag'>): AutoWish {
  for (const option of ['winsorise', 'missing', 'scales', 'indicators', 'mini-batch'])
    if (text(option) !== undefined || flag(option))
      throw new UsageError(`--${option} does not go with --method auto`);
  const { features, scale, seed, logs, k } = wishOf({
    text: (name) => (name === 'method' ? undefined : text(name)),
    flag,
  });
  return {
    ...(features && { features }),
    scale,
    seed,
    logs,
    ...autoRange(k),
    seconds: parseSeconds(text('seconds')),
  };
}

export const clusterCommand: CliCommand = async (engine, argv) => {
  const options = {
    features: TEXT,
    ...METHOD_OPTIONS,
    seconds: TEXT,
    k: TEXT,
    scale: TEXT,
    seed: TEXT,
    labels: TEXT,
    json: FLAG,
  };
  const { words, text, flag } = parseOptions(argv, options, { least: 1, most: 1 });
  const [project = ''] = words;
  const auto = text('method') === 'auto';
  if (!auto && text('seconds') !== undefined) throw new UsageError('--seconds belongs to --method auto');
  const wish = auto ? autoWishOf({ text, flag }) : wishOf({ text, flag });
  const labels = text('labels');
  if (labels !== undefined) checkLabels(labels, project);
  await engine.project(project);
  const { id, tournament } =
    'method' in wish ? { id: await cluster(engine, wish) } : await autoCluster(engine, wish);
  const made = (await engine.client.segmentations.list()).find((one) => one.id === id);
  if (!made) throw new AppError('SEGMENTATION-UNKNOWN');
  if (labels !== undefined) {
    const { keys, clusters } = await engine.client.segmentations.labels({ segmentationId: id });
    writeLabels(labels, keys, clusters);
  }
  const { settings, k, customers, excluded, missing, capped, sizes, columns, centroids } = made;
  const { scores, tried, groups, stability, facts } = made;
  const { inertia, silhouette, calinskiHarabasz, daviesBouldin } = scores;
  const { method, features, scale, seed } = settings;
  const segmentation = { id, method, k, features, scale, seed };
  const result = {
    segmentation,
    customers,
    excluded,
    missing,
    sizes,
    columns,
    centroids,
    inertia,
    silhouette,
    calinskiHarabasz,
    daviesBouldin,
    tried,
    groups: groups && groupsJson(groups),
    ...(stability && { stability }),
    ...(capped !== undefined && { capped }),
    facts,
    ...(tournament && { tournament: tournamentJson(tournament) }),
  };
  if (flag('json')) return printJson(result);
  process.stdout.write(
    `${method}, k = ${k}: ${sizes.join(' / ')}, silhouette ${silhouette?.value.toFixed(3) ?? '–'}\n`,
  );
  // Value tiers claim no groups: that there are none is why a tournament took them.
  const verdict = (groups ?? tournament?.groups)?.verdict;
  if (verdict) process.stdout.write(`groups in the data: ${verdict}\n`);
  if (excluded > 0) process.stdout.write(`left out: ${excluded} customers\n`);
  for (const { feature, count } of missing?.features ?? [])
    process.stdout.write(`missing ${feature}: ${count} (${missing?.method})\n`);
  if (capped !== undefined) process.stdout.write(`capped: ${capped} values\n`);
  const reasons = tournament?.recommended?.reasons.map(reasonLine) ?? [];
  for (const line of [...readingLines(made), ...reasons, ...(await weightLines(engine))])
    process.stdout.write(`${line}\n`);
};
