// The rules of a segmentation in every written form: the rule of each segment, and a tree that places everyone.
import { runToEnd } from '../analysis/matrix.ts';
import type { RuleInput } from '../analysis/explain/conditions.ts';
import type { Tree } from '../analysis/explain/growTree.ts';
import { treeFidelity, type TreeFidelity } from '../analysis/explain/treeFidelity.ts';
import type { FeatureTable } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import type {
  BookAlternative,
  BookColumn,
  BookCondition,
  BookNode,
  BookSegment,
  RuleBook,
} from '../export/rules/ruleBook.ts';
import { labelOf } from '../writing/traits.ts';
import { createWriter } from '../writing/writer.ts';
import { conditionOf, ruleOf } from './detail.ts';
import type { SegmentationModel } from './segmentationModel.ts';
import { statementsOf } from './statements.ts';
import { summariesOf } from './summaries.ts';

const kept = new WeakMap<ReadDb, { readonly division: string; readonly found: TreeFidelity }>();

/** The features that the customers were divided by; all when the method names none that is still there. */
function dividingFeatures({ features, segmentation }: SegmentationModel): FeatureTable {
  const names = new Set(segmentation.settings.features);
  const numbers = features.numbers.filter(({ facts }) => names.has(facts.name));
  const categories = features.categories.filter(({ facts }) => names.has(facts.name));
  return numbers.length + categories.length === 0 ? features : { ...features, numbers, categories };
}

function treeOf(db: ReadDb, model: SegmentationModel, table: FeatureTable): TreeFidelity {
  const known = kept.get(db);
  if (known?.division === model.division) return known.found;
  const input: RuleInput = {
    features: table.numbers.map(({ values }) => values),
    categories: table.categories.map(({ codes, levels }) => ({ codes, levels: levels.length })),
    weights: model.weights,
  };
  const found = runToEnd(treeFidelity(input, model.labels, model.segments.length));
  kept.set(db, { division: model.division, found });
  return found;
}

/** The same name twice would make two segments one in every form. */
function differentNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let again = 2; taken.has(free); again++) free = `${name} (${again})`;
    taken.add(free);
    return free;
  });
}

const bookCondition = (table: FeatureTable, condition: Parameters<typeof conditionOf>[1]): BookCondition => {
  const { feature, op, value } = conditionOf(table, condition);
  return { column: feature, op, value };
};

function bookNode(node: Tree, table: FeatureTable): BookNode {
  const { n: customers, weights: counts } = node;
  if (node.kind === 'leaf') return { kind: 'leaf', segment: node.segment, customers, counts };
  const segment = counts.reduce((best, count, at) => (count > counts[best]! ? at : best), 0);
  return {
    kind: 'split',
    condition: bookCondition(table, node.condition),
    missing: node.missing,
    yes: bookNode(node.yes, table),
    no: bookNode(node.no, table),
    segment,
    customers,
    counts,
  };
}

function columnsOf(model: SegmentationModel): readonly BookColumn[] {
  const { locale, currency } = model.settings;
  const writer = createWriter(locale, currency);
  const labelled = ({ name, label }: { readonly name: string; readonly label: string }): string =>
    labelOf(writer, { feature: name, label });
  return [
    ...model.features.numbers.map(({ facts }) => ({
      name: facts.name,
      label: labelled(facts),
      kind: 'number' as const,
      levels: [],
    })),
    ...model.features.categories.map(({ facts, levels }) => ({
      name: facts.name,
      label: labelled(facts),
      kind: 'category' as const,
      levels: [...levels],
    })),
  ];
}

/** The rules as they are now; the tree is kept for the last division that was asked for. */
export function ruleBookOf(db: ReadDb, model: SegmentationModel): RuleBook {
  const { rules } = statementsOf(db, model);
  const summaries = summariesOf(db, model);
  const names = differentNames(summaries.map(({ name }) => name));
  const segments = summaries.map(({ customers }, at): BookSegment => {
    const rule = ruleOf(model.features, rules[at]);
    const alternatives = rule?.alternatives.map(
      ({ conditions, ...figures }): BookAlternative => ({
        ...figures,
        conditions: conditions.map(({ feature, op, value }) => ({ column: feature, op, value })),
      }),
    );
    return {
      name: names[at] ?? '',
      customers,
      rule: rule && alternatives ? { ...rule, alternatives } : null,
    };
  });
  const table = dividingFeatures(model);
  const { tree, fidelity } = treeOf(db, model, table);
  return { columns: columnsOf(model), segments, tree: bookNode(tree, table), fidelity: fidelity ?? 0 };
}
