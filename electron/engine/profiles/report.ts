// The report model of the open project, for every writer: built once, from one state of the project.
import { AppError } from '../../../shared/errors.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { readReport } from '../db/qualityTable.ts';
import { personasInUse } from './personas.ts';
import type { ReadDb } from '../db/open.ts';
import { readName } from '../db/settings.ts';
import type { PlanReport, ReportSegment } from '../export/report.ts';
import { labelOf } from '../writing/traits.ts';
import { createWriter } from '../writing/writer.ts';
import { campaignsOf } from './campaigns.ts';
import { ruleOf } from './detail.ts';
import { activeSegmentation } from './segmentationModel.ts';
import type { SegmentationModel } from './segmentationModel.ts';
import { statementsOf } from './statements.ts';
import { summariesOf } from './summaries.ts';

const OTHERS_LETTER = '+';

export function reportSegments(
  db: ReadDb,
  model: SegmentationModel,
  summaries: readonly SegmentSummary[],
): ReportSegment[] {
  const writer = createWriter(model.settings.locale, model.settings.currency);
  const labelled = (evidence: Evidence): Evidence => ({ ...evidence, label: labelOf(writer, evidence) });
  const { rules } = statementsOf(db, model);
  return summaries.map((segment, at) => {
    const { id, colour, name, note, customers, share, revenue, revenueShare, top } = segment;
    const rule = ruleOf(model.features, rules[at]);
    const alternatives = rule?.alternatives.map((one) => ({
      ...one,
      conditions: one.conditions.map((condition) => ({ ...condition, label: labelOf(writer, condition) })),
    }));
    return {
      id,
      colour,
      name,
      note,
      customers,
      share,
      revenue,
      revenueShare,
      letter: colour === 'other' ? OTHERS_LETTER : colour,
      top: top.map(labelled),
      rule: rule && alternatives ? { ...rule, alternatives } : null,
    };
  });
}

export interface ActiveModel {
  readonly model: SegmentationModel;
  readonly summaries: readonly SegmentSummary[];
}

/** @throws AppError NO-SEGMENTS */
export function activeModel(db: ReadDb): ActiveModel {
  const model = activeSegmentation(db);
  if (!model) throw new AppError('NO-SEGMENTS');
  return { model, summaries: summariesOf(db, model) };
}

/**
 * @param campaignId the newest plan when left out
 * @throws AppError NO-SEGMENTS, NO-PLAN
 */
export function planReport(db: ReadDb, campaignId?: number): PlanReport {
  const { model, summaries } = activeModel(db);
  const campaigns = campaignsOf(db, model);
  const campaign =
    campaignId === undefined ? campaigns.at(-1) : campaigns.find((one) => one.id === campaignId);
  if (!campaign) throw new AppError('NO-PLAN');
  const { locale, currency, seed } = model.settings;
  const { customers, orders, analysisDate } = model.features.summary;
  return {
    project: { name: readName(db), locale, currency, customers, orders, analysisDate, seed },
    segments: reportSegments(db, model, summaries),
    personas: personasInUse(db),
    campaign,
    method: model.segmentation,
    quality: readReport(db),
    notes: [],
  };
}
