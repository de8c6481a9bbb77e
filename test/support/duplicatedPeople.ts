// Generated people, some of them there twice with the slips of real files; which pairs are true is known.
import {
  comparableEmail,
  comparablePhone,
  nameTokens,
} from '../../electron/engine/analysis/people/personText.ts';
import type { People, PersonPair } from '../../electron/engine/analysis/people/findPairs.ts';
import { Random } from '../../electron/engine/analysis/random.ts';

const FIRST = [
  'Ana',
  'Pol',
  'Maria',
  'João',
  'Laia',
  'Igor',
  'Olga',
  'Rosa',
  'Marc',
  'Júlia',
  'Pedro',
  'Nina',
];
const LAST = [
  'Vila',
  'Serra',
  'García',
  'Santos',
  'Puig',
  'Ivanov',
  'Petrova',
  'Costa',
  'Roca',
  'Soler',
  'Lima',
  'Ruiz',
];
const EVERY = 10;

interface Record_ {
  readonly email: string;
  readonly phone: string;
  readonly name: string;
  readonly birth: number;
}

/** Every tenth person is there twice: new e-mail, no phone, no accents, or an initial, in turn. */
function twin(one: Record_, at: number): Record_ {
  const changes: readonly Partial<Record_>[] = [
    { email: `new${at}@shop.invalid` },
    { phone: '', name: one.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() },
    { email: '', name: one.name.split(' ').toReversed().join(', ') },
    { name: one.name.replace(/^(\p{L})\p{L}+/u, '$1.'), phone: `+34 ${one.phone}` },
  ];
  return { ...one, ...changes[at % changes.length] };
}

export function duplicatedPeople(n: number, seed: number): { people: People; truth: ReadonlySet<string> } {
  const random = new Random(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random.next() * words.length)] ?? '';
  const records: Record_[] = Array.from({ length: n }, (_, at) => ({
    email: random.next() < 0.15 ? '' : `p${at}@shop.invalid`,
    phone: random.next() < 0.15 ? '' : String(600_000_000 + Math.floor(random.next() * 90_000_000)),
    name: `${pick(FIRST)} ${pick(LAST)} ${pick(LAST)}`,
    birth: Math.floor(random.next() * 18_000) - 5000,
  }));
  const truth = new Set<string>();
  for (let at = 0; at < n; at += EVERY) {
    truth.add(`${at} ${records.length}`);
    records.push(twin(records[at] as Record_, at / EVERY));
  }
  return {
    truth,
    people: {
      emails: records.map(({ email }) => comparableEmail(email)),
      phones: records.map(({ phone }) => comparablePhone(phone)),
      names: records.map(({ name }) => nameTokens(name)),
      births: Float64Array.from(records, ({ birth }) => birth),
      streets: records.map(() => ''),
    },
  };
}

/** Of the pairs at or above a score: how many are true, and how many of the true ones are among them. */
export function scoreOf(
  pairs: readonly PersonPair[],
  truth: ReadonlySet<string>,
  least: number,
): { readonly precision: number; readonly recall: number } {
  const proposed = pairs.filter(({ score }) => score >= least);
  const hits = proposed.filter(({ left, right }) => truth.has(`${left} ${right}`)).length;
  return { precision: proposed.length === 0 ? 1 : hits / proposed.length, recall: hits / truth.size };
}
