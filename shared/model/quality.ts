// The quality report: what was checked, what was found, and what the data may be used for. Findings carry codes and
// numbers; the words are in i18n `quality`.
import { z } from 'zod';
import { RecordedStep } from './step.ts';

export const QUESTIONS = ['accurate', 'current', 'representative'] as const;
export const Question = z.enum(QUESTIONS);
export type Question = z.infer<typeof Question>;

/** In order of harm. `know` needs no repair; `passed` found nothing. */
export const SEVERITIES = ['must', 'should', 'know', 'passed'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

export const FINDING_CODES = [
  // accurate
  'rejects',
  'noKey',
  'duplicateKeys',
  'duplicateRows',
  'samePersons',
  'unknownKeys',
  'noOrders',
  'missing',
  'missingMore',
  'dependentMissing',
  'unreadable',
  'outliers',
  'impossibleBirth',
  'defaultValue',
  'futureDates',
  'negativePrices',
  'roundedAges',
  'spelling',
  'letterCase',
  'spaces',
  'badEmails',
  'badPhones',
  'returns',
  'zeroLines',
  'withoutDate',
  'withoutAmount',
  'ledger',
  'mixedUnits',
  'rareLevels',
  'constantColumn',
  'copiedColumn',
  // current
  'newestDate',
  'staleProfiles',
  'emptyMonths',
  'brokenMonth',
  // representative
  'reference',
  'fewCustomers',
  'nonResponse',
] as const;
export const FindingCode = z.enum(FINDING_CODES);
export type FindingCode = z.infer<typeof FindingCode>;

export const TOUCH_UNITS = ['customers', 'lines', 'records', 'pairs', 'values', 'columns'] as const;

const Counted = z.strictObject({ word: z.string(), count: z.number().int() });
const Column = { sourceId: z.number().int(), position: z.number().int() };
export const Bar = z.strictObject({ from: z.number(), to: z.number(), count: z.number().int() });
export type Bar = z.infer<typeof Bar>;

/** What one click offers: a recorded step as it is, a step that is looked over first, or a place to go to. */
export const Fix = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), sourceId: z.number().int(), step: RecordedStep }),
  z.strictObject({ kind: z.literal('spelling'), ...Column, groups: z.array(z.array(Counted)) }),
  z.strictObject({
    kind: z.literal('cap'),
    ...Column,
    low: z.number().nullable(),
    high: z.number().nullable(),
    bars: z.array(Bar),
  }),
  z.strictObject({ kind: z.literal('fill'), ...Column, numeric: z.boolean() }),
  z.strictObject({ kind: z.literal('keepOne'), ...Column }),
  /** The column stays in the source, no analysis uses it. */
  z.strictObject({ kind: z.literal('leaveOut'), ...Column }),
  z.strictObject({ kind: z.literal('pairs') }),
  z.strictObject({ kind: z.literal('reference') }),
  z.strictObject({ kind: z.literal('ledger') }),
  z.strictObject({ kind: z.literal('source'), sourceId: z.number().int() }),
]);
export type Fix = z.infer<typeof Fix>;

export const FindingArgs = z.record(z.string(), z.union([z.string(), z.number()]));
export type FindingArgs = z.infer<typeof FindingArgs>;

export const Finding = z.strictObject({
  /** Code, source and column: the same finding keeps its id from check to check. */
  id: z.string(),
  code: FindingCode,
  question: Question,
  severity: Severity,
  /** Null for what concerns the project as a whole. */
  sourceId: z.number().int().nullable(),
  source: z.string(),
  column: z.string(),
  /** What the sentences of the code mention. Shares are 0..1, dates yyyy-mm-dd. */
  args: FindingArgs,
  touches: z
    .strictObject({ count: z.number().int(), of: z.number().int(), unit: z.enum(TOUCH_UNITS) })
    .nullable(),
  /** At most five; personal data masked. */
  examples: z.array(Counted),
  fix: Fix.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const VERDICTS = ['yes', 'mostly', 'notYet', 'notJudged'] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

export const Judgement = z.strictObject({
  question: Question,
  verdict: Verdict,
  counts: z.record(Severity, z.number().int()),
});
export type Judgement = z.infer<typeof Judgement>;

export const USES = ['exploring', 'planning', 'generalising'] as const;
export const Permission = z.strictObject({
  use: z.enum(USES),
  /** `fixes`: after that many repairs. */
  state: z.enum(['yes', 'fixes', 'no', 'notJudged']),
  fixes: z.number().int(),
});
export type Permission = z.infer<typeof Permission>;

/** Ages of profiles (or of last orders) in months; `bins` counts by whole month. */
export const ProfileAges = z.strictObject({
  source: z.string(),
  column: z.string(),
  basis: z.enum(['confirmed', 'lastOrder']),
  known: z.number().int(),
  medianMonths: z.number(),
  older: z.number().int(),
  bins: z.array(z.number().int()),
});
export type ProfileAges = z.infer<typeof ProfileAges>;

/** `read` − the counts of `leftOut` = `used`. */
export const LineUse = z.strictObject({
  read: z.number().int(),
  leftOut: z.array(
    z.strictObject({
      code: z.enum(['withoutKey', 'withoutDate', 'withoutAmount', 'later', 'zero', 'returns']),
      count: z.number().int(),
    }),
  ),
  used: z.number().int(),
});
export type LineUse = z.infer<typeof LineUse>;

/** What the analyst sets: which date confirms a profile, after how many months a profile is old, and what the ledger says the amounts add up to. */
export const QualityLimits = z.strictObject({
  staleMonths: z.number().int().min(1).max(240),
  ledgerTotal: z.number().finite().nullable(),
  /** Which date says when a profile was last confirmed: the column whose header says so, the last order, or this column. */
  confirmed: z.union([z.enum(['proposed', 'lastOrder']), z.strictObject(Column)]),
});
export type QualityLimits = z.infer<typeof QualityLimits>;
export const DEFAULT_LIMITS: QualityLimits = { staleMonths: 24, ledgerTotal: null, confirmed: 'proposed' };

export const QualityReport = z.strictObject({
  checkedAt: z.string(),
  /** True when the data or settings changed since. */
  stale: z.boolean(),
  limits: QualityLimits,
  customers: z.number().int(),
  judgements: z.array(Judgement),
  permissions: z.array(Permission),
  /** Most harmful first; the passed ones last. */
  findings: z.array(Finding),
  ages: ProfileAges.nullable(),
  lines: LineUse.nullable(),
});
export type QualityReport = z.infer<typeof QualityReport>;
