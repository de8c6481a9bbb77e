// Everything that leaves the project as a file: one reading of the project, one report model, one safe write.
import type { EXPORTS } from '../../../shared/contract/plan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ReadDb } from '../db/open.ts';
import { personasInUse } from '../profiles/personas.ts';
import { readSettings } from '../db/settings.ts';
import { audienceRows, segmentRows } from '../export/audience.ts';
import { csvConventions, writeCsv } from '../export/csv.ts';
import { planHtml } from '../export/html/planHtml.ts';
import { type ExportedSegment, personasJson, planJson, segmentsJson } from '../export/json.ts';
import { wordsOf } from '../export/words.ts';
import type { Chunks } from '../export/writeFileSafely.ts';
import { RULE_FORMS } from '../../../shared/model/ruleForm.ts';
import { planXlsx } from '../export/xlsx/planXlsx.ts';
import { audienceOf } from '../profiles/audience.ts';
import { campaignsOf } from '../profiles/campaigns.ts';
import { writeRules } from '../export/rules/writeRules.ts';
import { detailOf } from '../profiles/detail.ts';
import { ruleBookOf } from '../profiles/ruleBook.ts';
import type { SegmentationModel } from '../profiles/segmentationModel.ts';
import { activeModel, planReport, reportSegments } from '../profiles/report.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { saveExport } from './saveExport.ts';

export type ExportKind = (typeof EXPORTS)[number];

export interface ExportJobInput {
  readonly what: ExportKind;
  readonly path: string;
  readonly segmentId?: number;
  readonly campaignId?: number;
  readonly allowPii?: boolean;
  readonly belonging?: boolean | undefined;
}

async function chunksOf(
  db: ReadDb,
  { what, segmentId, campaignId, allowPii = false, belonging = false }: ExportJobInput,
): Promise<Chunks> {
  const { locale, currency } = readSettings(db);
  const words = wordsOf(locale, currency);
  switch (what) {
    case 'plan.xlsx':
      return [await planXlsx(planReport(db, campaignId))];
    case 'plan.html':
      return [planHtml(planReport(db, campaignId))];
    case 'audience.csv': {
      const wish = { allowPii, belonging, ...(segmentId !== undefined && { segmentId }) };
      const { customers, piiColumns } = audienceOf(db, activeModel(db), wish);
      const rows = audienceRows(customers, { piiColumns, allowPii, belonging }, words);
      return writeCsv(rows, csvConventions(locale));
    }
    case 'segments.csv': {
      const { model, summaries } = activeModel(db);
      return writeCsv(segmentRows(reportSegments(db, model, summaries), words), csvConventions(locale));
    }
    case 'segments.json':
      return [segmentsJson(segmentsWithEvidence(db, activeModel(db).model))];
    case 'personas.json':
      return [personasJson(personasInUse(db))];
    case 'plan.json':
      return [planJson(campaignsOf(db, activeModel(db).model))];
    default: {
      const form = RULE_FORMS.find((one) => what === `rules.${one}`) ?? 'words';
      const { model } = activeModel(db);
      const at = segmentId === undefined ? null : model.segments.findIndex(({ id }) => id === segmentId);
      if (at === -1) throw new AppError('SEGMENT-UNKNOWN');
      return [writeRules(ruleBookOf(db, model), form, at, words)];
    }
  }
}

/** Every difference with its intervals and p, the rule with its figures, how firmly customers belong. */
function segmentsWithEvidence(db: ReadDb, model: SegmentationModel): ExportedSegment[] {
  return model.segments.map(({ id }) => {
    const { histograms: _, typical: _customers, typicalFeatures: _shown, ...told } = detailOf(db, model, id);
    return told;
  });
}

/** @throws AppError NO-SEGMENTS, NO-PLAN, RULE-MISSING, RULE-FORMULA-LONG, SEGMENT-UNKNOWN, EXPORT-TARGET, DISK-FULL */
export async function* writeExport(
  context: JobContext,
  input: ExportJobInput,
): AsyncGenerator<Progress, { bytes: number }> {
  const { db } = context;
  yield within('profiling', 0, 0.5, 0);
  const chunks = await chunksOf(db, input);
  yield within('writing', 0.5, 1, 0);
  return saveExport(context, input.path, chunks);
}
