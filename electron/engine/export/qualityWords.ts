// The quality report in words for files: one line for the method appendix, and each finding.
import { describeFinding } from '../../../shared/i18n/describeFinding.ts';
import type { FindingWords, SayQuality } from '../../../shared/i18n/describeFinding.ts';
import type { Finding, QualityReport } from '../../../shared/model/quality.ts';
import type { Words } from './words.ts';

type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** The keys are put together from closed lists of codes; the translator's own type cannot follow that. */
const sayOf = ({ t }: Words): SayQuality => {
  const say = t as unknown as Say;
  return (key, values) => say(`quality.${key}`, values);
};

export function findingWords(finding: Finding, words: Words): FindingWords {
  return describeFinding(finding, sayOf(words), {
    share: (value) => words.percent(value),
    number: (value) => words.decimal(value, 2),
    money: words.money,
    day: words.day,
  });
}

/** “Data quality on 3 November 2025: accurate – mostly; …”; the verdicts every plan carries. */
export function verdictLine(report: QualityReport | null, words: Words): string {
  const { t } = words;
  if (!report) return t('quality.scorecard.notChecked');
  const verdict = (question: QualityReport['judgements'][number]['question']): string => {
    const found = report.judgements.find((one) => one.question === question)?.verdict ?? 'notJudged';
    return t(`quality.verdicts.${found}`).toLocaleLowerCase(words.locale);
  };
  return t('quality.scorecard.verdictLine', {
    date: words.day(report.checkedAt.slice(0, 10)),
    accurate: verdict('accurate'),
    current: verdict('current'),
    representative: verdict('representative'),
  });
}
