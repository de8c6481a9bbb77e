// The one report model: everything a plan file says, as plain data. Built from the project by the job that exports,
// read by every writer; the words around it come from i18n in the project's language.
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { Campaign } from '../../../shared/model/campaign.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { Persona } from '../../../shared/model/persona.ts';
import type { QualityReport } from '../../../shared/model/quality.ts';
import type { SegmentColour, SegmentRule, Segmentation } from '../../../shared/model/segmentation.ts';

export interface ReportProject {
  readonly name: string;
  readonly locale: Locale;
  /** ISO 4217. */
  readonly currency: string;
  readonly customers: number;
  readonly orders: number;
  /** yyyy-mm-dd; null without transactions. */
  readonly analysisDate: string | null;
  readonly seed: number;
}

export interface ReportSegment {
  readonly id: number;
  /** What is printed in the mark: A to H, or a longer name for "Others". */
  readonly letter: string;
  readonly colour: SegmentColour;
  readonly name: string;
  readonly note: string;
  readonly customers: number;
  /** Of all customers, 0..1. */
  readonly share: number;
  /** Whole units of the currency; null without transactions. */
  readonly revenue: number | null;
  readonly revenueShare: number | null;
  /** Strongest first. Labels are already in the project's language. */
  readonly top: readonly Evidence[];
  readonly rule: SegmentRule | null;
}

/** How the segments were made, for the method appendix; null when they were not clustered here. */
export type ReportMethod = Pick<
  Segmentation,
  | 'settings'
  | 'k'
  | 'customers'
  | 'excluded'
  | 'imputed'
  | 'missing'
  | 'capped'
  | 'scores'
  | 'groups'
  | 'stability'
  | 'facts'
>;

export interface PlanReport {
  readonly project: ReportProject;
  readonly segments: readonly ReportSegment[];
  readonly personas: readonly Persona[];
  readonly campaign: Campaign;
  readonly method: ReportMethod | null;
  /** Sentences for the appendix, in the project's language. */
  /** What the data were judged to be when the plan was written; null = they were not checked. */
  readonly quality: QualityReport | null;
  readonly notes: readonly string[];
}

/** The segment an action or a persona belongs to, or null when it is gone. */
export function segmentOf(report: PlanReport, segmentId: number): ReportSegment | null {
  return report.segments.find((segment) => segment.id === segmentId) ?? null;
}
