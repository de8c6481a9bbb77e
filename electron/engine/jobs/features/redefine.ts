// When nothing but the analyst's definitions changed: the features of the data, and definitions that neither changed nor
// need one that did, are taken over from the former run; the others are made.
import type { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import { columnNames, copyColumn } from '../../db/columns.ts';
import {
  codesColumn,
  type FeatureFacts,
  type FeatureRun,
  type FeaturesSummary,
  levelsColumn,
  numberColumn,
} from '../../db/featureTable.ts';
import type { JobContext } from '../context.ts';
import { definedFeatures, type Unmade } from './definedFeatures.ts';
import { inOrder, readableNeeds } from './definitionOrder.ts';
import { type DescribedFeature, describeFeature, proposeFeatures } from './describe.ts';
import { storedIngredients } from './storedColumns.ts';
import { storeFeature } from './storeFeature.ts';
import { storedTwins } from './storedTwins.ts';

export interface Holding {
  /** Features of the former run that hold as they are, those of the data first. */
  readonly held: readonly FeatureFacts[];
  /** To be made, each after those that it needs. */
  readonly make: readonly FeatureDefinition[];
}

/** @param former its features; @param definitions today's */
export function stillHolding(
  former: readonly FeatureFacts[],
  definitions: readonly FeatureDefinition[],
): Holding {
  const held = new Map(former.filter((one) => !one.definition).map((one) => [one.name, one]));
  const make: FeatureDefinition[] = [];
  for (const definition of inOrder(definitions)) {
    const known = former.find((one) => one.definition && one.name === definition.name);
    const same = JSON.stringify(known?.definition) === JSON.stringify(definition);
    if (known && same && readableNeeds(definition).every((name) => held.has(name)))
      held.set(known.name, known);
    else make.push(definition);
  }
  return { held: [...held.values()], make };
}

/** Of what is taken over only the twin may be another: another definition may say the same. */
const asDescribed = (facts: FeatureFacts): DescribedFeature => {
  const { twin: _twin, proposed: _proposed, ...rest } = facts;
  return { ...rest, informative: false };
};

/** Columns of features that do not hold any more stay behind; all others come along: keys, reach, base weights. */
function* takeOver(
  { db, write }: JobContext,
  former: FeatureRun,
  held: readonly FeatureFacts[],
  runId: number,
): Generator<void> {
  const names = new Set(held.map(({ name }) => name));
  const behind = new Set(
    former.summary.features
      .filter(({ name }) => !names.has(name))
      .flatMap(({ name }) => [numberColumn(name), codesColumn(name), levelsColumn(name)]),
  );
  for (const column of columnNames(db, former.runId))
    if (!behind.has(column)) yield* copyColumn(db, write, column, { from: former.runId, to: runId });
}

/**
 * Fills a new run.
 * @returns what it says of itself; `made` names what was computed
 */
export function* redefine(
  context: JobContext,
  former: FeatureRun,
  definitions: readonly FeatureDefinition[],
  runId: number,
): Generator<void, FeaturesSummary> {
  const { db } = context;
  const { customers } = former.summary;
  const { held, make } = stillHolding(former.summary.features, definitions);
  yield* takeOver(context, former, held, runId);
  const described = held.map(asDescribed);
  const unmade: Unmade[] = [];
  const ingredients = storedIngredients(db, runId, customers, described);
  const made: string[] = [];
  for (const { draft, made: told } of definedFeatures(make, ingredients, unmade)) {
    described.push(describeFeature(draft, told));
    made.push(draft.name);
    yield* storeFeature(context, runId, draft);
  }
  const ofData = held.filter((one) => !one.definition);
  const byName = new Map(described.map((one) => [one.name, one]));
  const defined = inOrder(definitions).flatMap(({ name }) => byName.get(name) ?? []);
  const all = [...ofData.map(asDescribed), ...defined];
  const twins = yield* storedTwins(db, runId, all, customers, ofData.length);
  const { unmade: _unmade, ...summary } = former.summary;
  return {
    ...summary,
    features: [...ofData, ...proposeFeatures(all, twins, customers).slice(ofData.length)],
    made,
    ...(unmade.length > 0 && { unmade }),
  };
}
