// The role of a column from its header, checked against its values; PII by shape and checksum whatever the header says.
import type { ColumnProposal } from '../../../../shared/model/inspection.ts';
import type { Criterion, FieldRole, FieldType, PiiKind } from '../../../../shared/model/source.ts';
import { isIdentityColumn } from '../values/identityNumbers.ts';
import { areNames } from './givenNames.ts';
import { type HeaderMatch, matchHeader } from './matchHeader.ts';
import type { ColumnProfile } from './profile.ts';
import type { ProposedType } from './proposeType.ts';
import { headerWords } from './words.ts';

/** A proposal before the columns of the table are weighed against each other. */
export interface ProposedRole {
  readonly type: FieldType;
  readonly role: FieldRole;
  readonly criterion: Criterion | null;
  readonly pii: PiiKind | null;
  readonly confidence: number;
  readonly reasons: ColumnProposal['reasons'];
}

const NUMERIC_ROLES: ReadonlySet<FieldRole> = new Set(['amount', 'quantity', 'unitPrice', 'weight']);
const SHAPE_SHARE = 0.8;

/** Area codes that plain digits must at least show before they are taken for phone numbers. */
const LEAST_AREAS = 3;
const LEAST_PHONES = 20;

/** Plain digits are phone numbers only where a whole column of different ones has the shape, over several areas. */
function arePlainPhones(profile: ColumnProfile): boolean {
  if (profile.distinct.size < LEAST_PHONES || profile.mobiles < profile.filled * 0.95) return false;
  const areas = new Set([...profile.distinct.keys()].map((text) => text.slice(0, -7)));
  return areas.size >= LEAST_AREAS;
}

/** Identity numbers and bank accounts; see `isIdentityColumn` for how sure that is. */
function identityFromContent(profile: ColumnProfile): string | undefined {
  const [kind, passed] = [...profile.identity].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (kind === undefined || passed === undefined) return undefined;
  return isIdentityColumn(kind, passed, profile.distinct.size) ? kind : undefined;
}

const TEXT = { type: 'text', criterion: null } as const;

function piiFromContent(profile: ColumnProfile, match: HeaderMatch | undefined): ProposedRole | undefined {
  const { filled } = profile;
  if (filled === 0) return undefined;
  const share = (count: number): number => count / filled;
  if (share(profile.emails) >= SHAPE_SHARE) {
    return { ...TEXT, role: 'contact', pii: 'email', confidence: 0.97, reasons: [{ code: 'emailShape' }] };
  }
  const number = identityFromContent(profile);
  if (number !== undefined) {
    const reasons = [{ code: 'checksum' as const, word: number }];
    return { ...TEXT, role: 'pii', pii: 'nationalId', confidence: 0.95, reasons };
  }
  const isPhone = match === undefined || match.noun.pii === 'phone';
  const phones = share(profile.phones) >= SHAPE_SHARE && profile.dateLike === 0;
  if (isPhone && (phones || arePlainPhones(profile))) {
    return { ...TEXT, role: 'contact', pii: 'phone', confidence: 0.9, reasons: [{ code: 'phoneShape' }] };
  }
  if (match !== undefined) return undefined;
  if (share(profile.streets) >= SHAPE_SHARE && profile.distinct.size > 2) {
    return { ...TEXT, role: 'pii', pii: 'street', confidence: 0.85, reasons: [{ code: 'streetShape' }] };
  }
  if (areNames(profile.distinct.keys())) {
    return { ...TEXT, role: 'pii', pii: 'name', confidence: 0.8, reasons: [{ code: 'nameShape' }] };
  }
  return undefined;
}

/** Whether the values can play the role at all. */
function fits(role: FieldRole, type: FieldType, profile: ColumnProfile): boolean {
  const isNumber =
    type === 'number' ||
    type === 'money' ||
    (type === 'boolean' && profile.emails === 0 && isNumericWords(profile));
  if (profile.filled === 0) return true;
  if (NUMERIC_ROLES.has(role)) return isNumber && (profile.distinct.size > 1 || profile.filled < 4);
  if (role === 'date') return type === 'date';
  if (role === 'customerKey' || role === 'orderKey')
    return type !== 'date' && (profile.distinct.size > 1 || profile.filled === 1);
  if (role === 'consent' || role === 'outcome') return profile.distinct.size <= 10;
  return true;
}

function isNumericWords(profile: ColumnProfile): boolean {
  return [...profile.distinct.keys()].every((word) => /^\d+$/.test(word));
}

/** Keys and contacts are kept as text whatever their digits look like; prices and sums are money. */
function typeForRole(role: FieldRole, type: FieldType): FieldType {
  if (role === 'customerKey' || role === 'orderKey' || role === 'contact' || role === 'product')
    return type === 'category' ? 'category' : 'text';
  if (role === 'amount' || role === 'unitPrice') return 'money';
  if (role === 'quantity') return 'number';
  return type;
}

const CODE_WORDS: ReadonlySet<string> = new Set('id cod code codigo codi код ид nr num'.split(' '));
/** Short for "number" and for "number of": nothing is number 0, but there can be 0 of something. */
const COUNT_WORDS: ReadonlySet<string> = new Set(['nr', 'num']);
const MOST_CODES = 50;

/** `IdFormaDePagamento`, `Store code`: whole numbers that stand for few things are names of them, not amounts. */
function codeWord(header: string, { distinct, filled }: ColumnProfile): string | null {
  const words = headerWords(header);
  const word = [words[0], words.at(-1)].find((one) => one !== undefined && CODE_WORDS.has(one));
  if (word === undefined || words.length < 2) return null;
  if (COUNT_WORDS.has(word) && distinct.has('0')) return null;
  const few = distinct.size <= MOST_CODES && distinct.size <= filled * 0.5;
  return few && [...distinct.keys()].every((text) => /^\s*\d{1,9}\s*$/.test(text)) ? word : null;
}

/** Proposes the role of one column from its header and values. */
export function proposeRole(header: string, profile: ColumnProfile, proposed: ProposedType): ProposedRole {
  const one = roleOf(header, profile, proposed);
  const word = one.role === 'feature' && one.type === 'number' ? codeWord(header, profile) : null;
  if (word === null) return one;
  return { ...one, type: 'category', reasons: [{ code: 'headerWord', word }, { code: 'fewDistinct' }] };
}

function roleOf(header: string, profile: ColumnProfile, proposed: ProposedType): ProposedRole {
  const match = matchHeader(header);
  const valueReason = { code: proposed.reason };
  const fromContent = piiFromContent(profile, match);
  if (fromContent !== undefined && match?.noun.role !== 'customerKey') {
    const reasons =
      match === undefined
        ? fromContent.reasons
        : [...fromContent.reasons, { code: 'headerWord' as const, word: match.word }];
    return { ...fromContent, reasons };
  }
  if (match === undefined) {
    const confidence = proposed.confidence * 0.6;
    return {
      type: proposed.type,
      role: 'feature',
      criterion: null,
      pii: null,
      confidence,
      reasons: [valueReason],
    };
  }
  const { noun, strength, word } = match;
  const reasons = [{ code: 'headerWord' as const, word }, valueReason];
  if (!fits(noun.role, proposed.type, profile)) {
    return {
      type: proposed.type,
      role: 'feature',
      criterion: noun.criterion,
      pii: null,
      confidence: 0.4,
      reasons: [valueReason],
    };
  }
  const pii = noun.pii ?? null;
  const type = pii !== null && noun.id !== 'birthDate' ? 'text' : typeForRole(noun.role, proposed.type);
  const confidence = Math.min(0.98, 0.35 + strength * 0.5 + proposed.confidence * 0.13);
  return { type, role: noun.role, criterion: noun.criterion, pii, confidence, reasons };
}
