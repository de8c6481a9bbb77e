// Playbooks: which action suits which kind of segment. A playbook's numbers are planning defaults with a source note.
import { z } from 'zod';
import { LOCALES } from '../i18n/locale.ts';

export const OBJECTIVES = ['retain', 'grow', 'winBack', 'welcome', 'crossSell', 'reduceCost'] as const;
export const Objective = z.enum(OBJECTIVES);
export type Objective = z.infer<typeof Objective>;

export const ACTION_CHANNELS = ['email', 'post', 'phone', 'sms', 'inStore'] as const;
export const ActionChannel = z.enum(ACTION_CHANNELS);
export type ActionChannel = z.infer<typeof ActionChannel>;

export const LEVELS = ['low', 'middle', 'high'] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** What a play can ask about a segment. For `recency`, high means that the last order is long ago. */
export const TRAITS = [
  'value',
  'recency',
  'frequency',
  'discount',
  'kids',
  'basket',
  'gift',
  'trend',
  'mobile',
  'store',
] as const;
export const Trait = z.enum(TRAITS);
export type Trait = z.infer<typeof Trait>;

/** A segment's character; a trait that the data do not carry is absent (and matches no condition). */
export const SegmentCharacter = z.strictObject({
  segmentId: z.number().int(),
  name: z.string(),
  customers: z.number().int().min(0),
  /** Customers who have the address and gave consent, per channel. */
  contactable: z.record(ActionChannel, z.number().int().min(0)),
  averageBasketCents: z.number().int().min(0),
  traits: z.partialRecord(Trait, Level),
});
export type SegmentCharacter = z.infer<typeof SegmentCharacter>;

/** The same text in every language. */
export const LocalText = z.strictObject(
  Object.fromEntries(LOCALES.map((locale) => [locale, z.string().min(1)])) as Record<
    (typeof LOCALES)[number],
    z.ZodString
  >,
);
export type LocalText = z.infer<typeof LocalText>;

const share = z.number().min(0).max(1);
/** `source` is a key of the playbook's `sources`: where the number comes from, in words. */
const Range = z
  .strictObject({ low: share, high: share, source: z.string() })
  .refine(({ low, high }) => low <= high);
const Amount = z.strictObject({ value: share, source: z.string() });

export const Play = z.strictObject({
  id: z.string(),
  objective: Objective,
  /** All must hold; a play with more conditions is preferred, then the file's order. */
  when: z.array(z.strictObject({ trait: Trait, is: z.array(Level).min(1) })),
  offer: LocalText,
  message: LocalText,
  /** In order of preference; the first with enough contactable customers is proposed. */
  channels: z.array(ActionChannel).min(1),
  rhythm: z.strictObject({
    contacts: z.number().int().min(1).max(12),
    everyDays: z.number().int().min(0).max(120),
    source: z.string(),
  }),
  /** Orders that would not have come without the contact, per contacted customer over the whole action. */
  response: Range,
  /** What is left of an order's revenue after goods, shipping and the offer itself. */
  margin: Amount,
});
export type Play = z.infer<typeof Play>;

/** Cost of one contact in minor units per currency; elsewhere `shareOfBasket` of the average basket and no fixed cost. */
export const ContactCost = z.strictObject({
  centsByCurrency: z.record(z.string().length(3), z.number().int().min(0)),
  shareOfBasket: share,
  fixedCentsByCurrency: z.record(z.string().length(3), z.number().int().min(0)),
  source: z.string(),
});
export type ContactCost = z.infer<typeof ContactCost>;

export const Playbook = z.strictObject({
  id: z.string(),
  title: LocalText,
  sources: z.record(z.string(), LocalText),
  costs: z.record(ActionChannel, ContactCost),
  plays: z.array(Play).min(1),
});
export type Playbook = z.infer<typeof Playbook>;

/** One proposed action of a plan, in the words of one language. The analyst edits everything. */
export const ProposedAction = z.strictObject({
  segmentId: z.number().int(),
  playId: z.string(),
  objective: Objective,
  offer: z.string(),
  message: z.string(),
  channel: ActionChannel,
  rhythm: z.strictObject({ contacts: z.number().int(), everyDays: z.number().int(), text: z.string() }),
  reach: z.number().int().min(0),
  costPerContactCents: z.number().min(0),
  fixedCostCents: z.number().int().min(0),
  responseLow: share,
  responseHigh: share,
  marginShare: share,
  averageBasketCents: z.number().int().min(0),
  /** Why this play: the traits that matched, in words. */
  reason: z.string(),
  /** Source notes of the numbers, in words. */
  sources: z.strictObject({ cost: z.string(), rhythm: z.string(), response: z.string(), margin: z.string() }),
});
export type ProposedAction = z.infer<typeof ProposedAction>;
