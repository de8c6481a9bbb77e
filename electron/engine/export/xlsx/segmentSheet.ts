// Segments with the evidence they rest on: one row per statement, sizes on the first row of each segment.
import type { Evidence } from '../../../../shared/model/evidence.ts';
import type { PlanReport, ReportSegment } from '../report.ts';
import { evidenceLabel, ruleLine, type Words } from '../words.ts';
import { number, text, type XlsxCell, type XlsxSheet } from './port.ts';
import type { StyleName } from './styles.ts';

const COLUMNS = [
  ['letter', 8],
  ['segment', 30],
  ['customers', 12],
  ['share', 12],
  ['revenue', 16],
  ['revenueShare', 12],
  ['feature', 28],
  ['here', 12],
  ['everyone', 12],
  ['index', 9],
  ['indexLow', 9],
  ['indexHigh', 9],
  ['effect', 11],
  ['count', 10],
  ['rule', 48],
  ['note', 40],
] as const;
const LEFT: readonly string[] = ['letter', 'segment', 'feature', 'rule', 'note'];

export function segmentSheet(report: PlanReport, words: Words): XlsxSheet {
  const { t } = words;
  const header = COLUMNS.map(([name]) =>
    text(t(`exports.column.${name}`), LEFT.includes(name) ? 'header' : 'headerRight'),
  );
  return {
    name: t('exports.sheet.segments'),
    widths: COLUMNS.map(([, width]) => width),
    frozen: { rows: 1, columns: 2 },
    rows: [header, ...report.segments.flatMap((segment) => segmentRows(segment, words))],
  };
}

function segmentRows(segment: ReportSegment, words: Words): (XlsxCell | null)[][] {
  const statements: readonly (Evidence | null)[] = segment.top.length === 0 ? [null] : segment.top;
  return statements.map((evidence, index) => [
    text(segment.letter, 'text'),
    text(segment.name, index === 0 ? 'strong' : 'muted'),
    ...(index === 0 ? sizes(segment) : [null, null, null, null]),
    ...(evidence === null ? Array.from({ length: 8 }, () => null) : evidenceCells(evidence)),
    index === 0 && segment.rule ? text(ruleLine(segment.rule, words), 'wrap') : null,
    index === 0 && segment.note !== '' ? text(segment.note, 'wrap') : null,
  ]);
}

function sizes(segment: ReportSegment): (XlsxCell | null)[] {
  return [
    number(segment.customers, 'integer'),
    number(segment.share, 'percent'),
    number(segment.revenue, 'money'),
    number(segment.revenueShare, 'percent'),
  ];
}

function evidenceCells(evidence: Evidence): (XlsxCell | null)[] {
  const style: StyleName =
    evidence.unit === 'share' || evidence.kind === 'share'
      ? 'percent'
      : evidence.unit === 'money'
        ? 'money'
        : 'decimal';
  return [
    text(evidenceLabel(evidence), 'text'),
    number(evidence.here, style),
    number(evidence.all, style),
    number(evidence.index, 'integer'),
    number(evidence.indexLow, 'integer'),
    number(evidence.indexHigh, 'integer'),
    number(evidence.d, 'decimal'),
    number(evidence.n, 'integer'),
  ];
}
