// How findings become verdicts and permissions. The rules are short enough to be told on screen (i18n `quality.rules`).
import {
  QUESTIONS,
  SEVERITIES,
  type Finding,
  type FindingCode,
  type Judgement,
  type Permission,
  type Question,
  type Severity,
  type Verdict,
} from './quality.ts';

/** Below this no segment can be told from chance. */
export const LEAST_CUSTOMERS = 30;

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { must: 0, should: 0, know: 0, passed: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Any “must” → not yet; any “should” → mostly; else yes. Without a check that can judge: not judged. */
function verdictOf(
  question: Question,
  findings: readonly Finding[],
  counts: Record<Severity, number>,
): Verdict {
  const judged =
    question !== 'representative' ||
    findings.some(({ code, severity }) => code === 'reference' && severity !== 'know');
  if (findings.length === 0 || !judged) return counts.must > 0 ? 'notYet' : 'notJudged';
  if (counts.must > 0) return 'notYet';
  return counts.should > 0 ? 'mostly' : 'yes';
}

export function judge(findings: readonly Finding[]): Judgement[] {
  return QUESTIONS.map((question) => {
    const own = findings.filter((finding) => finding.question === question);
    const counts = countsOf(own);
    return { question, verdict: verdictOf(question, own, counts), counts };
  });
}

/** What costs money or trust when people are written to: wrong addressees, the same person twice, old profiles. */
const BEFORE_CONTACT: readonly FindingCode[] = [
  'samePersons',
  'duplicateKeys',
  'badEmails',
  'badPhones',
  'newestDate',
  'staleProfiles',
  'mixedUnits',
  'ledger',
];

export function permit(findings: readonly Finding[], customers: number): Permission[] {
  const must = (question: Question): number =>
    findings.filter((one) => one.question === question && one.severity === 'must').length;
  const accurate = must('accurate');
  const exploring: Permission =
    customers < LEAST_CUSTOMERS
      ? { use: 'exploring', state: 'no', fixes: 0 }
      : { use: 'exploring', state: accurate > 0 ? 'fixes' : 'yes', fixes: accurate };
  const repairs = findings.filter(
    ({ code, severity, question }) =>
      (severity === 'must' && question !== 'representative') ||
      (severity === 'should' && BEFORE_CONTACT.includes(code)),
  ).length;
  const planning: Permission =
    customers < LEAST_CUSTOMERS
      ? { use: 'planning', state: 'no', fixes: 0 }
      : { use: 'planning', state: repairs > 0 ? 'fixes' : 'yes', fixes: repairs };
  const { verdict, counts } = judge(findings).find(
    ({ question }) => question === 'representative',
  ) as Judgement;
  const general: Permission = {
    use: 'generalising',
    state:
      verdict === 'yes' ? 'yes' : verdict === 'mostly' ? 'fixes' : verdict === 'notYet' ? 'no' : 'notJudged',
    fixes: counts.should,
  };
  return [exploring, planning, general];
}

/** Most harmful first: severity, then the share touched, then the number touched. */
export function rank(findings: readonly Finding[]): Finding[] {
  const share = ({ touches }: Finding): number =>
    touches && touches.of > 0 ? touches.count / touches.of : 0;
  return findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      share(b) - share(a) ||
      (b.touches?.count ?? 0) - (a.touches?.count ?? 0),
  );
}
