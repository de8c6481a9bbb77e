// Names for segments, bound to the evidence they rest on.
import type { Locale } from '../../../shared/i18n/locale.ts';
import { type Evidence, MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import { composeFurther, composeName } from './composeName.ts';
import type { Topic } from './headerWords.ts';
import { traitsOf, type Trait, type TraitKey } from './traits.ts';
import { createWriter, type Writer } from './writer.ts';

export interface NameSuggestion {
  readonly name: string;
  readonly evidence: readonly Evidence[];
  /** Higher is better; only comparable within one segment. */
  readonly score: number;
}

export interface NameContext {
  /** Names that other segments of the segmentation already have. */
  readonly taken: readonly string[];
}

/** How well a trait serves as a name. What a segment does and is worth says more than what it lacks. */
const PLAIN_WEIGHT = 0.7;
const WEIGHTS: Readonly<Partial<Record<TraitKey, number>>> = {
  recent: 1.05,
  lapsed: 1.25,
  frequent: 1.15,
  occasional: 1,
  oneTime: 1.2,
  bigSpender: 1.2,
  smallSpender: 0.9,
  largeBasket: 1.05,
  smallBasket: 0.9,
  kidsMany: 1.1,
  discountMany: 1.1,
  giftMany: 1.1,
  trendHigh: 1.05,
  comfort: 0.9,
  young: 1.05,
  younger: 1,
  older: 1,
  highIncome: 1,
  lowIncome: 1,
  mobile: 0.85,
  store: 0.85,
  web: 0.85,
  newcomer: 0.9,
  longStanding: 0.8,
  near: 0.75,
  far: 0.75,
  fullPrice: 0.75,
  parents: 1,
  parentsLess: 0.5,
  kidsFew: 0.35,
  giftFew: 0.35,
  mobileLess: 0.4,
  storeLess: 0.4,
  webLess: 0.4,
  returnsFew: 0.4,
  comfortLess: 0.4,
  priceLess: 0.4,
  sustainableLess: 0.4,
  consentMore: 0.1,
  consentLess: 0.1,
  categoryLess: 0.3,
  mixMore: 0.5,
  mixLess: 0.2,
};
/** Topics that say nearly the same: a name of two of them would repeat itself. */
const FAMILIES: readonly (readonly Topic[])[] = [
  ['value', 'basket'],
  ['frequency', 'gaps'],
  ['recency', 'tenure'],
  ['mobile', 'store', 'web', 'channel'],
  ['discount', 'price'],
];
/** An effect beyond this adds nothing to a name. */
const STRONGEST_EFFECT = 2.5;
/** Two of these make a long-winded name, in every language. */
const TAIL_ONLY: ReadonlySet<TraitKey> = new Set([
  'largeBasket',
  'smallBasket',
  'kidsMany',
  'kidsFew',
  'parents',
  'parentsLess',
  'fullPrice',
  'mobile',
  'mobileLess',
  'store',
  'storeLess',
  'web',
  'webLess',
  'giftFew',
  'trendLow',
  'comfort',
  'comfortLess',
  'priceLess',
  'sustainable',
  'sustainableLess',
  'near',
  'far',
]);
/** How much the weaker of two traits adds. */
const SECOND = 0.6;
const CONSIDERED = 6;
const SUGGESTED = 5;

interface Weighted {
  readonly trait: Trait;
  readonly weight: number;
}

function weighted(evidence: readonly Evidence[]): readonly Weighted[] {
  const best = new Map<string, Weighted>();
  for (const trait of traitsOf(evidence)) {
    if (trait.support !== 'firm') continue;
    const weight =
      Math.min(Math.abs(trait.evidence.d), STRONGEST_EFFECT) * (WEIGHTS[trait.key] ?? PLAIN_WEIGHT);
    const subject =
      trait.topic === 'other' || trait.topic === 'mix' ? `other ${trait.evidence.feature}` : trait.topic;
    if (weight > (best.get(subject)?.weight ?? 0)) best.set(subject, { trait, weight });
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}

function sameFamily(a: Topic, b: Topic): boolean {
  return FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

function suggestionsOf(writer: Writer, traits: readonly Weighted[]): readonly NameSuggestion[] {
  const found: NameSuggestion[] = [];
  const add = (parts: readonly Weighted[], score: number): void => {
    const name = composeName(
      writer,
      parts.map((part) => part.trait),
    );
    if (found.some((suggestion) => suggestion.name === name)) return;
    found.push({
      name,
      evidence: parts.map((part) => part.trait.evidence),
      score: Math.round(score * 1000) / 1000,
    });
  };
  const top = traits.slice(0, CONSIDERED);
  for (const [at, first] of top.entries()) {
    for (const second of top.slice(at + 1)) {
      if (sameFamily(first.trait.topic, second.trait.topic)) continue;
      const brief = TAIL_ONLY.has(first.trait.key) && TAIL_ONLY.has(second.trait.key) ? 0.8 : 1;
      add([first, second], brief * (first.weight + SECOND * second.weight));
    }
    add([first], first.weight);
  }
  return found.sort((a, b) => b.score - a.score);
}

/** With nothing firm, the honest name: too few customers to say anything of are not average ones. */
function plainName(
  writer: Writer,
  evidence: readonly Evidence[],
  taken: ReadonlySet<string>,
): NameSuggestion {
  const { few, average } = writer.words.compose;
  const isFew = evidence.length > 0 && evidence.every(({ n }) => n < MIN_CUSTOMERS);
  return { name: unused(writer, isFew ? few : average, taken), evidence: [], score: 0 };
}

function unused(writer: Writer, name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  const numbered = (): string => writer.fill(writer.words.compose.numbered, { name, number });
  while (taken.has(numbered())) number++;
  return numbered();
}

/**
 * Up to five names for a segment, best first, none of them taken. Fewer than three when little is firm, and
 * "average customers" when nothing is, or "a small group" of fewer than 30. Only evidence with firm support is used.
 */
export function suggestNames(
  evidence: readonly Evidence[],
  context: NameContext,
  locale: Locale,
): readonly NameSuggestion[] {
  const writer = createWriter(locale);
  const taken = new Set(context.taken);
  const traits = weighted(evidence);
  if (traits.length === 0) return [plainName(writer, evidence, taken)];
  const free = suggestionsOf(writer, traits).filter(({ name }) => !taken.has(name));
  return free.length > 0 ? free.slice(0, SUGGESTED) : [furtherName(writer, traits, taken)];
}

/** All short names are taken: the best one with one more differentiator, else with a number. */
function furtherName(
  writer: Writer,
  traits: readonly Weighted[],
  taken: ReadonlySet<string>,
): NameSuggestion {
  const base = traits.slice(0, 2).map((part) => part.trait);
  const name = composeName(writer, base);
  for (const { trait } of traits.slice(2)) {
    const longer = composeFurther(writer, name, trait);
    if (!taken.has(longer))
      return { name: longer, evidence: [...base, trait].map((part) => part.evidence), score: 0 };
  }
  return { name: unused(writer, name, taken), evidence: base.map((part) => part.evidence), score: 0 };
}

export interface NamedSegment {
  readonly id: number;
  readonly name: string;
  readonly suggestions: readonly NameSuggestion[];
}

/**
 * One different name for each segment of a segmentation. The segment with the strongest evidence chooses first;
 * the others take their next-best differentiator. The result is in the order of the input.
 */
export function nameSegments(
  segments: readonly { readonly id: number; readonly evidence: readonly Evidence[] }[],
  locale: Locale,
): readonly NamedSegment[] {
  const strength = (evidence: readonly Evidence[]): number =>
    suggestNames(evidence, { taken: [] }, locale)[0]?.score ?? 0;
  const order = segments.map((segment) => ({ segment, score: strength(segment.evidence) }));
  order.sort((a, b) => b.score - a.score || a.segment.id - b.segment.id);
  const taken: string[] = [];
  const named = new Map<number, NamedSegment>();
  for (const { segment } of order) {
    const suggestions = suggestNames(segment.evidence, { taken }, locale);
    const name = suggestions[0]?.name ?? '';
    taken.push(name);
    named.set(segment.id, { id: segment.id, name, suggestions });
  }
  return segments.flatMap((segment) => named.get(segment.id) ?? []);
}
