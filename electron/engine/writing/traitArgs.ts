// The figures and words that a sentence about a piece of evidence may use.
import type { Evidence } from '../../../shared/model/evidence.ts';
import { topicOfMix, type Topic } from './headerWords.ts';
import { isShare, labelOf, topicOf, type Trait } from './traits.ts';
import type { Writer, WritingArgs } from './writer.ts';

/** Catalan elides "de" before a vowel or a mute h. */
function ofPlace(place: string): string {
  return /^[aeiouhàèéíòóú]/i.test(place) ? `d’${place}` : `de ${place}`;
}

/** A column's level as its header reads: ages in years, "…, km" in kilometres, "…, %" as a percentage. */
function levelOf(writer: Writer, evidence: Evidence, value: number): string {
  const { unit, label } = evidence;
  if (unit !== 'none') return writer.level(value, unit);
  if (topicOf(evidence) === 'age') return writer.level(value, 'years');
  if (/(^|[\s(,_])(km|км)\)?$/iu.test(label)) return writer.level(value, 'km');
  return isShare(evidence) ? writer.level(value / 100, 'share') : writer.level(value, 'none');
}

/** The arguments that every sentence about a piece of evidence may use. */
export function argsOf(writer: Writer, evidence: Evidence): WritingArgs {
  const mix = evidence.unit === 'share' ? topicOfMix(evidence.label) : null;
  const category = evidence.category ?? mix?.level ?? '';
  return {
    here: levelOf(writer, evidence, evidence.here),
    all: levelOf(writer, evidence, evidence.all),
    label: labelOf(writer, evidence),
    category,
    ofCategory: ofPlace(category),
  };
}

/** Sentences on these speak of shares or sums of purchases; other counts and scores must not borrow them. */
const PURCHASE_TOPICS: ReadonlySet<Topic> = new Set([
  'value',
  'gift',
  'discount',
  'mobile',
  'store',
  'web',
  'returns',
]);

/**
 * The message that is true of this evidence: a trait's own, or the plain "label: here, everyone all" where its figures
 * would claim more than the column holds (a spending score is no sum spent).
 */
export function messageFor(writer: Writer, { topic, evidence }: Trait, message: string): string {
  if (!message.includes('{here}') || !PURCHASE_TOPICS.has(topic) || isShare(evidence)) return message;
  const builtIn = Object.hasOwn(writer.words.builtIn, evidence.feature);
  return builtIn ? message : writer.words.traits.more.does;
}
