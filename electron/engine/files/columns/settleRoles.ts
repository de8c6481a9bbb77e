// Weighs the columns of a table against each other: one customer key, one date, one amount; and guesses the table's kind.
import type { FieldRole, TableKind } from '../../../../shared/model/source.ts';
import type { ColumnProfile } from './profile.ts';
import type { ProposedRole } from './proposeRole.ts';

/** A column with what was found out about it so far. */
export interface Candidate {
  readonly header: string;
  readonly profile: ColumnProfile;
  readonly proposal: ProposedRole;
}

const SINGLE_ROLES: readonly FieldRole[] = [
  'customerKey',
  'orderKey',
  'date',
  'amount',
  'quantity',
  'unitPrice',
  'product',
  'weight',
];

function isUnique(profile: ColumnProfile): boolean {
  return profile.filled > 0 && profile.distinct.size === profile.filled;
}

function withRole(proposal: ProposedRole, role: FieldRole): ProposedRole {
  if (role === 'customerKey')
    return { ...proposal, role, type: proposal.type === 'category' ? 'category' : 'text', criterion: null };
  return { ...proposal, role };
}

/** Of several columns with the same single role the surest stays; the others become features. */
function keepSurest(candidates: readonly Candidate[]): readonly Candidate[] {
  const losers = new Set<Candidate>();
  for (const role of SINGLE_ROLES) {
    const rivals = candidates.filter((candidate) => candidate.proposal.role === role);
    const best = rivals.reduce<Candidate | undefined>(
      (top, next) => (top === undefined || next.proposal.confidence > top.proposal.confidence ? next : top),
      undefined,
    );
    for (const rival of rivals) if (rival !== best) losers.add(rival);
  }
  return candidates.map((candidate) => {
    if (!losers.has(candidate)) return candidate;
    const { proposal } = candidate;
    const role = proposal.role === 'customerKey' || proposal.role === 'orderKey' ? 'ignore' : 'feature';
    return { ...candidate, proposal: { ...proposal, role, confidence: proposal.confidence * 0.7 } };
  });
}

/** Without a header that names the customer: a column of codes, unique or not, as far left as possible. */
function keyByContent(candidates: readonly Candidate[]): Candidate | undefined {
  const free = candidates.filter(
    (candidate) => candidate.proposal.role === 'feature' && candidate.profile.distinct.size > 1,
  );
  const coded = free.find((candidate) => candidate.profile.leadingZeros > candidate.profile.filled * 0.05);
  if (coded !== undefined) return coded;
  const isCode = (candidate: Candidate): boolean =>
    isUnique(candidate.profile) &&
    candidate.profile.filled > 3 &&
    candidate.profile.values.every((text) => /^[\p{L}]{0,6}[-_]?\d+$/u.test(text.trim()));
  const [first] = candidates;
  return first !== undefined && free.includes(first) && isCode(first) ? first : undefined;
}

/** Headerless transactions: after a date, the only decimals are the amount and small whole numbers the quantity. */
function rolesByContent(candidates: readonly Candidate[]): readonly Candidate[] {
  const has = (role: FieldRole): boolean => candidates.some((candidate) => candidate.proposal.role === role);
  const headerless = candidates.every((candidate) => candidate.header.trim() === '');
  if (!headerless || has('date')) return candidates;
  const dates = candidates.filter((candidate) => candidate.proposal.type === 'date');
  const moneys = candidates.filter((candidate) => candidate.proposal.type === 'money');
  const counts = candidates.filter(
    (candidate) =>
      candidate.proposal.type === 'number' &&
      candidate.profile.values.every((text) => /^-?\d{1,3}$/.test(text.trim())),
  );
  if (dates.length !== 1 || moneys.length !== 1) return candidates;
  return candidates.map((candidate) => {
    const role =
      candidate === dates[0]
        ? 'date'
        : candidate === moneys[0]
          ? 'amount'
          : counts.length === 1 && candidate === counts[0]
            ? 'quantity'
            : undefined;
    return role === undefined ? candidate : { ...candidate, proposal: { ...candidate.proposal, role } };
  });
}

/** A price is the amount of a table that has neither an amount nor a quantity. */
function priceAsAmount(candidates: readonly Candidate[]): readonly Candidate[] {
  const has = (role: FieldRole): boolean => candidates.some((candidate) => candidate.proposal.role === role);
  if (!has('unitPrice') || has('amount') || has('quantity') || !has('date')) return candidates;
  return candidates.map((candidate) =>
    candidate.proposal.role === 'unitPrice'
      ? { ...candidate, proposal: { ...candidate.proposal, role: 'amount' } }
      : candidate,
  );
}

/** Settles the roles of all columns. */
export function settleRoles(candidates: readonly Candidate[]): readonly Candidate[] {
  const settled = priceAsAmount(rolesByContent(keepSurest(candidates)));
  if (settled.some((candidate) => candidate.proposal.role === 'customerKey')) return settled;
  const key = keyByContent(settled);
  return settled.map((candidate) =>
    candidate === key
      ? { ...candidate, proposal: { ...withRole(candidate.proposal, 'customerKey'), confidence: 0.5 } }
      : candidate,
  );
}

const LIKERT_COLUMNS = 4;

function hasScale({ profile }: Candidate): boolean {
  if (profile.filled < 5) return false;
  const answers = [...profile.distinct.keys()].map(Number);
  const top = Math.max(...answers);
  return answers.every((answer) => Number.isInteger(answer) && answer >= 1) && top >= 4 && top <= 10;
}

const isLikert = (candidate: Candidate): boolean =>
  candidate.proposal.type === 'number' && hasScale(candidate);

/** Of a survey, "Prices are fair" with answers from 1 to 5 is no price. */
const SPENDING_ROLES: ReadonlySet<FieldRole> = new Set(['amount', 'unitPrice']);
const asAnswer = (candidate: Candidate): Candidate =>
  SPENDING_ROLES.has(candidate.proposal.role) && hasScale(candidate)
    ? { ...candidate, proposal: { ...candidate.proposal, role: 'feature', type: 'number', criterion: null } }
    : candidate;

/** In a survey, answers on a scale whose header says nothing else speak of attitudes. */
export function scalesOf(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map(asAnswer).map((candidate) => {
    const { proposal, profile } = candidate;
    if (!isLikert(candidate) || proposal.role !== 'feature' || proposal.criterion !== null) return candidate;
    const answers = [...profile.distinct.keys()].map(Number);
    const word = `${Math.min(...answers)}–${Math.max(...answers)}`;
    const reasons = [...proposal.reasons, { code: 'scaleShape' as const, word }];
    return { ...candidate, proposal: { ...proposal, criterion: 'psychographic' as const, reasons } };
  });
}

/** Guesses what a table holds from the settled roles. */
export function guessKind(candidates: readonly Candidate[]): TableKind {
  const find = (role: FieldRole): Candidate | undefined =>
    candidates.find((candidate) => candidate.proposal.role === role);
  const key = find('customerKey');
  const likert = candidates.filter(isLikert).length;
  if (likert >= LIKERT_COLUMNS && likert >= candidates.length * 0.4) return 'survey';
  const outcomes = candidates.filter((candidate) => candidate.proposal.role === 'outcome').length;
  if (key !== undefined && outcomes > 0 && candidates.length <= 8) return 'results';
  const hasValue = find('amount') !== undefined || find('quantity') !== undefined;
  const repeated = key !== undefined && !isUnique(key.profile);
  if (
    find('date') !== undefined &&
    hasValue &&
    (repeated || key === undefined || find('orderKey') !== undefined)
  )
    return 'transactions';
  if (find('orderKey') !== undefined && hasValue) return 'transactions';
  if (key !== undefined && !repeated) return 'customers';
  return key === undefined ? 'other' : hasValue ? 'transactions' : 'customers';
}
