// A segment's character in the playbook's terms: which traits stand out high or low, told from its evidence.
import type { Evidence } from '../../../shared/model/evidence.ts';
import type {
  ActionChannel,
  Level,
  SegmentCharacter,
  Trait as PlaybookTrait,
} from '../../../shared/model/playbook.ts';
import type { Topic } from './headerWords.ts';
import { traitsOf } from './traits.ts';

const TRAIT_OF_TOPIC: Readonly<Partial<Record<Topic, PlaybookTrait>>> = {
  value: 'value',
  recency: 'recency',
  frequency: 'frequency',
  discount: 'discount',
  kids: 'kids',
  basket: 'basket',
  gift: 'gift',
  trend: 'trend',
  mobile: 'mobile',
  store: 'store',
};

export interface CharacterInput {
  readonly segmentId: number;
  readonly name: string;
  readonly customers: number;
  /** Customers with an address and consent, per channel. */
  readonly contactable: Readonly<Record<ActionChannel, number>>;
  readonly averageBasketCents: number;
  readonly evidence: readonly Evidence[];
}

/**
 * `high` or `low` where the evidence is firm, `middle` where it is not; a trait without evidence is absent.
 * Where several columns speak of one trait, the strongest effect counts.
 */
export function characterOf(input: CharacterInput): SegmentCharacter {
  const { evidence, contactable, ...rest } = input;
  const traits: Partial<Record<PlaybookTrait, Level>> = {};
  for (const { topic, support, key, evidence: statement } of traitsOf(evidence)) {
    const trait = TRAIT_OF_TOPIC[topic];
    if (!trait || traits[trait] !== undefined) continue;
    // "More" and "less" are differences too small in themselves to be called by the trait's name.
    const named = key !== 'more' && key !== 'less';
    traits[trait] = support !== 'firm' || !named ? 'middle' : statement.d > 0 ? 'high' : 'low';
  }
  return { ...rest, contactable: { ...contactable }, traits };
}
