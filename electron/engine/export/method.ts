// The lines of the method appendix, shared by the writers: label, value in words, and the number where it is one.
import type { Groups } from '../../../shared/model/groups.ts';
import type { Scale, SegmentStability } from '../../../shared/model/segmentation.ts';
import { verdictLine } from './qualityWords.ts';
import { segmentOf, type PlanReport, type ReportMethod } from './report.ts';
import type { Words } from './words.ts';

export interface MethodLine {
  readonly label: string;
  readonly shown: string;
  readonly value?: number;
}
export interface SourceLine {
  readonly label: string;
  readonly sources: readonly string[];
}

export function methodLines(report: PlanReport, words: Words): MethodLine[] {
  const { t } = words;
  const { project, campaign } = report;
  const count = (label: string, value: number): MethodLine => ({ label, shown: words.integer(value), value });
  const date = project.analysisDate;
  return [
    { label: t('exports.setting.project'), shown: project.name },
    { label: t('exports.setting.campaign'), shown: campaign.name },
    { label: t('exports.setting.currency'), shown: campaign.currency },
    count(t('exports.setting.customers'), project.customers),
    count(t('exports.setting.orders'), project.orders),
    ...(date === null ? [] : [{ label: t('exports.setting.analysisDate'), shown: words.day(date) }]),
    // Written plainly: a seed is copied, not read as a quantity.
    { label: t('exports.setting.seed'), shown: String(report.method?.settings.seed ?? project.seed) },
    { label: t('quality.scorecard.label'), shown: verdictLine(report.quality, words) },
    ...clusteringLines(report, words),
  ];
}

function clusteringLines({ method }: PlanReport, words: Words): MethodLine[] {
  if (method === null) return [];
  const { t } = words;
  const { settings, scores, groups, stability, facts } = method;
  const inBatches = facts?.batches !== undefined || facts?.fromBatches === true;
  const way = inBatches ? 'miniBatch' : settings.method;
  const count = (label: string, value: number): MethodLine => ({ label, shown: words.integer(value), value });
  const score = (label: string, value: number | null | undefined): MethodLine[] =>
    value === null || value === undefined ? [] : [{ label, shown: words.decimal(value, 3) }];
  const scaleWord = (scale: Scale): string => t(`exports.word.${scale}`);
  const yesNo = (value: boolean) => t(value ? 'exports.word.yes' : 'exports.word.no');
  return [
    { label: t('exports.setting.method'), shown: t(`exports.word.${way}`) },
    count(t('exports.setting.segments'), method.k),
    { label: t('exports.setting.features'), shown: settings.features.join(', ') },
    { label: t('exports.setting.scale'), shown: scaleWord(settings.scale) },
    ...Object.entries(settings.scales ?? {}).map(([feature, scale]) => ({
      label: t('exports.setting.scales'),
      shown: `${feature}: ${scaleWord(scale)}`,
    })),
    { label: t('exports.setting.logs'), shown: yesNo(settings.logs) },
    count(t('exports.setting.clustered'), method.customers),
    count(t('exports.setting.excluded'), method.excluded),
    count(t('exports.setting.imputed'), method.imputed),
    ...gapLines(method, words),
    ...capLines(method, words),
    ...score(t('exports.setting.silhouette'), scores.silhouette?.value),
    ...score(t('exports.setting.calinskiHarabasz'), scores.calinskiHarabasz),
    ...score(t('exports.setting.daviesBouldin'), scores.daviesBouldin),
    ...(groups ? [{ label: t('exports.setting.groups'), shown: groupsLine(groups, words) }] : []),
    ...(stability ? [{ label: t('exports.setting.stability'), shown: stabilityLine(stability, words) }] : []),
  ];
}

/** The verdict with what it rests on: where the data stand, and where the best copy without groups does. */
function groupsLine({ verdict, againstCrowd, againstEven, rows }: Groups, words: Words): string {
  return words.t(`exports.groups.${verdict}`, {
    observed: words.decimal(againstCrowd.observed, 2),
    most: words.decimal(Math.max(...againstCrowd.copies, ...againstEven.copies), 2),
    n: rows,
  });
}

function stabilityLine({ jaccard, resamples, drawn }: SegmentStability, words: Words): string {
  const lowest = words.decimal(Math.min(...jaccard), 2);
  return words.t('exports.stability', { lowest, resamples, n: drawn });
}

/** How missing values were treated, and of which features how many there were. */
function gapLines({ missing }: ReportMethod, { t, integer }: Words): MethodLine[] {
  if (!missing) return [];
  const { method, features, indicators } = missing;
  const counts = features.map(({ feature, count }) => `${feature}: ${integer(count)}`);
  return [
    { label: t('exports.setting.missing'), shown: [t(`exports.gaps.${method}`), ...counts].join(', ') },
    ...(indicators.length > 0
      ? [{ label: t('exports.setting.indicators'), shown: indicators.join(', ') }]
      : []),
  ];
}

function capLines({ settings: { winsorise }, capped = 0 }: ReportMethod, words: Words): MethodLine[] {
  if (!winsorise) return [];
  const { t, integer, decimal } = words;
  const percentile = (share: number): string => decimal(100 * share, Number.isInteger(100 * share) ? 0 : 1);
  return [
    {
      label: t('exports.setting.winsorise'),
      shown: `${percentile(winsorise.low)}, ${percentile(winsorise.high)}`,
    },
    { label: t('exports.setting.capped'), shown: integer(capped), value: capped },
  ];
}

/** Where each action's default figures came from. */
export function sourceLines(report: PlanReport, words: Words): SourceLine[] {
  return report.campaign.actions
    .filter((action) => action.sources.length > 0)
    .map((action) => {
      const segment = segmentOf(report, action.segmentId);
      const objective = words.t(`exports.objective.${action.objective}`);
      const channel = words.t(`exports.channel.${action.channel}`);
      const label = [segment?.name, objective, channel].filter((part) => part !== undefined).join(', ');
      return { label, sources: action.sources };
    });
}
