// Segments as the interface and the exports show them: name, size, shares, strongest differences.
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { differsClearly } from '../../../shared/model/evidence.ts';
import type { Weights } from '../analysis/weights.ts';
import type { ReadDb } from '../db/open.ts';
import type { SegmentationModel } from './segmentationModel.ts';
import { statementsOf, suggestionsOf } from './statements.ts';

const TOP = 6;

interface Sizes {
  readonly customers: number[];
  readonly revenue: number[] | null;
  readonly allCustomers: number;
  readonly allRevenue: number;
}

/** With weights, what the customers and their revenue count in the reference population. */
function sizesOf({ features, labels, segments }: SegmentationModel, weights: Weights): Sizes {
  const customers = segments.map(() => 0);
  const sums = segments.map(() => 0);
  const revenue = features.numbers.find(
    (feature) => feature.facts.name === features.summary.revenueFeature,
  )?.values;
  let allCustomers = 0;
  let allRevenue = 0;
  labels.forEach((label, row) => {
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    const value = weight * (revenue?.[row] ?? 0);
    allCustomers += weight;
    if (!Number.isNaN(value)) allRevenue += value;
    if (label < 0) return;
    customers[label] = (customers[label] ?? 0) + weight;
    if (!Number.isNaN(value)) sums[label] = (sums[label] ?? 0) + value;
  });
  return { customers, revenue: revenue ? sums : null, allCustomers, allRevenue };
}

const shareOf = (part: number | null, whole: number): number | null =>
  part === null || whole === 0 ? null : part / whole;

/** In the order of the segments; shares are of all analysed customers and of their whole revenue. */
export function summariesOf(db: ReadDb, model: SegmentationModel): SegmentSummary[] {
  const statements = statementsOf(db, model);
  const named = suggestionsOf(model, statements);
  const { customers, revenue, allCustomers, allRevenue } = sizesOf(model, null);
  const weighted = model.weights && sizesOf(model, model.weights);
  return model.segments.map((segment, at) => {
    const { id, segmentationId, clusters, colour, name, note } = segment;
    const own = revenue?.[at] ?? null;
    const count = customers[at] ?? 0;
    const suggestions = named[at]?.suggestions ?? [];
    return {
      id,
      segmentationId,
      clusters: [...clusters],
      colour,
      name: name === '' ? (named[at]?.name ?? '') : name,
      named: name !== '',
      note,
      customers: count,
      share: shareOf(count, allCustomers) ?? 0,
      revenue: own,
      revenueShare: shareOf(own, allRevenue),
      ...(weighted && {
        weighted: {
          share: shareOf(weighted.customers[at] ?? 0, weighted.allCustomers) ?? 0,
          revenueShare: shareOf(weighted.revenue?.[at] ?? null, weighted.allRevenue),
        },
      }),
      suggestions: suggestions.map((suggestion) => ({
        name: suggestion.name,
        evidence: [...suggestion.evidence],
      })),
      top: (statements.evidence[at] ?? []).filter(differsClearly).slice(0, TOP),
    };
  });
}
