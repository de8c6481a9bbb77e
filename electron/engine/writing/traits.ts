// From evidence to a trait: the one word-bearing reading of a difference ("recency 290 days against 90" → lapsed).
import { supportOf, type Evidence, type Support } from '../../../shared/model/evidence.ts';
import {
  BUILT_IN_TOPICS,
  genderOf,
  topicOfChannel,
  topicOfHeader,
  topicOfMix,
  yesOrNo,
  type Topic,
} from './headerWords.ts';
import type { Writer, WritingWords } from './writer.ts';

export type TraitKey = keyof WritingWords['traits'];

export interface Trait {
  readonly key: TraitKey;
  readonly topic: Topic;
  readonly evidence: Evidence;
  readonly support: Support;
}

/** [more than everyone, less than everyone]; the topics that need a closer look are decided in `keyOf`. */
const KEYS: Readonly<Partial<Record<Topic, readonly [TraitKey, TraitKey]>>> = {
  value: ['bigSpender', 'smallSpender'],
  basket: ['largeBasket', 'smallBasket'],
  tenure: ['longStanding', 'newcomer'],
  returns: ['returnsMany', 'returnsFew'],
  gaps: ['longGaps', 'shortGaps'],
  income: ['highIncome', 'lowIncome'],
  distance: ['far', 'near'],
  kids: ['kidsMany', 'kidsFew'],
  discount: ['discountMany', 'fullPrice'],
  gift: ['giftMany', 'giftFew'],
  mobile: ['mobile', 'mobileLess'],
  store: ['store', 'storeLess'],
  web: ['web', 'webLess'],
  trend: ['trendHigh', 'trendLow'],
  comfort: ['comfort', 'comfortLess'],
  price: ['priceMinded', 'priceLess'],
  sustainability: ['sustainable', 'sustainableLess'],
  consent: ['consentMore', 'consentLess'],
  mix: ['mixMore', 'mixLess'],
};

/** A longer pause than everyone's is only called lapsed from this many days on. */
const LAPSED_DAYS = 90;
/** Up to this mean number of orders a segment is called one-time. */
const ONE_TIME_ORDERS = 1.5;
/** A longer time as a customer is only called long-standing from here on, a shorter one new up to here. */
const LONG_STANDING_DAYS = 730;
const NEWCOMER_DAYS = 180;
const YOUNG_YEARS = 30;
/** An "age" above this is a year of birth: its direction is the other way round, so it is not called an age. */
const OLDEST_YEARS = 120;

/** A share of the customer's purchases, or a percentage by its header. */
export function isShare({ unit, label }: Evidence): boolean {
  return unit === 'share' || (unit === 'none' && label.includes('%'));
}

function numericKey(topic: Topic, evidence: Evidence, higher: boolean): TraitKey {
  const generic = higher ? 'more' : 'less';
  if (topic === 'recency') return higher ? (evidence.here >= LAPSED_DAYS ? 'lapsed' : generic) : 'recent';
  if (topic === 'frequency')
    return higher ? 'frequent' : evidence.here <= ONE_TIME_ORDERS ? 'oneTime' : 'occasional';
  if (topic === 'age') return higher ? 'older' : evidence.here < YOUNG_YEARS ? 'young' : 'younger';
  if (topic === 'tenure' && (higher ? evidence.here < LONG_STANDING_DAYS : evidence.here > NEWCOMER_DAYS))
    return generic;
  // A column such as "Kidhome" counts children; only a share of purchases says what is bought for them.
  if (topic === 'kids' && !isShare(evidence)) return higher ? 'parents' : 'parentsLess';
  const keys = KEYS[topic];
  return keys ? keys[higher ? 0 : 1] : generic;
}

function categoryTrait(
  evidence: Evidence,
  category: string,
  higher: boolean,
): { key: TraitKey; topic: Topic } {
  const topic = topicOfHeader(evidence.label);
  const generic = higher ? 'category' : 'categoryLess';
  if (topic === 'city') return { topic, key: higher ? 'city' : generic };
  if (topic === 'gender') return { topic, key: (higher ? genderOf(category) : null) ?? generic };
  if (topic === 'channel') {
    const channel = topicOfChannel(category);
    const keys = KEYS[channel];
    return { topic: channel, key: keys ? keys[higher ? 0 : 1] : generic };
  }
  const yes = yesOrNo(category);
  const keys = KEYS[topic];
  if (yes === null || !keys) return { topic: keys ? 'other' : topic, key: generic };
  // A share of "no" says the opposite, but its figures would not fit the sentence: they stay generic.
  return { topic, key: yes ? keys[higher ? 0 : 1] : generic };
}

/** The topic of a numeric feature; built-in ones are never told from their label. */
export function topicOf(evidence: Evidence): Topic {
  const { feature, label, unit } = evidence;
  if (Object.hasOwn(BUILT_IN_TOPICS, feature)) return BUILT_IN_TOPICS[feature] ?? 'other';
  const mix = unit === 'share' ? topicOfMix(label) : null;
  const topic = mix?.topic ?? topicOfHeader(label);
  return topic === 'age' && evidence.here > OLDEST_YEARS ? 'other' : topic;
}

/** What a piece of evidence says, as a trait with its support. */
export function traitOf(evidence: Evidence): Trait {
  const higher = evidence.d > 0;
  const support = supportOf(evidence);
  if (evidence.category !== undefined)
    return { ...categoryTrait(evidence, evidence.category, higher), evidence, support };
  const topic = topicOf(evidence);
  return { key: numericKey(topic, evidence, higher), topic, evidence, support };
}

/** Strongest first; ties by feature name, so that the order never depends on the input's. */
export function traitsOf(evidence: readonly Evidence[]): readonly Trait[] {
  return evidence.map(traitOf).sort((a, b) => {
    const byStrength = Math.abs(b.evidence.d) - Math.abs(a.evidence.d);
    return byStrength !== 0 ? byStrength : nameOf(a) < nameOf(b) ? -1 : 1;
  });
}

function nameOf({ evidence }: Trait): string {
  return `${evidence.feature}=${evidence.category ?? ''}`;
}

/** The shown name of a feature: built-in ones in the writer's language, columns by their header. */
export function labelOf(writer: Writer, evidence: Pick<Evidence, 'feature' | 'label'>): string {
  const builtIn: Readonly<Record<string, string>> = writer.words.builtIn;
  return Object.hasOwn(builtIn, evidence.feature)
    ? (builtIn[evidence.feature] ?? evidence.label)
    : evidence.label;
}
