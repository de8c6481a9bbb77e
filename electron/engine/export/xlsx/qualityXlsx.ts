// The scorecard as a workbook: verdicts and permissions on the first sheet, every finding on the second.
import { SEVERITIES, type QualityReport } from '../../../../shared/model/quality.ts';
import { findingWords } from '../qualityWords.ts';
import type { Words } from '../words.ts';
import { number, text, workbookBytes, type XlsxCell, type XlsxSheet } from './port.ts';
import { moneyFormatOf } from './styles.ts';

type Row = readonly (XlsxCell | null)[];

function scoreSheet(report: QualityReport, name: string, words: Words): XlsxSheet {
  const { t } = words;
  const judgements = report.judgements.map(
    ({ question, verdict, counts }): Row => [
      text(t(`quality.questions.${question}`), 'strong'),
      text(t(`quality.verdicts.${verdict}`)),
      ...SEVERITIES.map((severity) => number(counts[severity] ?? 0, 'integer')),
    ],
  );
  const permissions = report.permissions.map(
    ({ use, state, fixes }): Row => [
      text(t(`quality.allows.${use}`), 'text'),
      text(t(`quality.allows.states.${state}`)),
      state === 'fixes' ? number(fixes, 'integer') : null,
    ],
  );
  return {
    name: t('quality.scorecard.sheet'),
    widths: [44, 24, 12, 12, 14, 12],
    frozen: { rows: 0, columns: 0 },
    rows: [
      [text(name, 'title')],
      [text(t('quality.title'), 'muted')],
      [text(t('quality.scorecard.checked'), 'text'), text(words.day(report.checkedAt.slice(0, 10)))],
      [text(t('quality.scorecard.customers'), 'text'), number(report.customers, 'integer')],
      [],
      [
        text(t('quality.scorecard.question'), 'header'),
        text(t('quality.scorecard.verdict'), 'header'),
        ...SEVERITIES.map((severity) => text(t(`quality.severities.${severity}`), 'headerRight')),
      ],
      ...judgements,
      [],
      [text(t('quality.allows.title'), 'header'), text(t('quality.scorecard.state'), 'header')],
      ...permissions,
      [],
      [text(t('quality.allows.rules'), 'wrap')],
    ],
  };
}

function findingSheet(report: QualityReport, words: Words): XlsxSheet {
  const { t } = words;
  const header = (['severity', 'check', 'found', 'touches', 'effect', 'question'] as const).map((column) =>
    text(t(`quality.columns.${column}`), 'header'),
  );
  const rows = report.findings.map((finding): Row => {
    const said = findingWords(finding, words);
    return [
      text(t(`quality.severities.${finding.severity}`)),
      text(said.title, 'wrap'),
      text(said.found, 'wrap'),
      text(said.touches),
      text(said.effect, 'wrap'),
      text(t(`quality.questionNames.${finding.question}`)),
      text(finding.source),
      text(finding.examples.map(({ word, count }) => `${word} (${words.integer(count)})`).join('; '), 'wrap'),
      text(said.why, 'wrap'),
    ];
  });
  const more = [t('quality.source'), t('quality.examples'), t('quality.why')].map((one) =>
    text(one, 'header'),
  );
  return {
    name: t('quality.scorecard.findings'),
    widths: [16, 40, 44, 18, 36, 16, 24, 40, 60],
    frozen: { rows: 1, columns: 2 },
    rows: [[...header, ...more], ...rows],
  };
}

/** @param name the project's */
export async function qualityXlsx(
  report: QualityReport,
  name: string,
  currency: string,
  words: Words,
): Promise<Uint8Array> {
  return workbookBytes({
    title: `${name}: ${words.t('quality.scorecard.sheet')}`,
    sheets: [scoreSheet(report, name, words), findingSheet(report, words)],
    names: [],
    moneyFormat: moneyFormatOf(words.locale, currency),
  });
}
