// What the data cannot say about a segment: said outright, so that nobody reads it into the portrait.
import type { Evidence } from '../../../shared/model/evidence.ts';
import { labelOf, type Trait } from './traits.ts';
import type { Topic } from './headerWords.ts';
import type { Writer } from './writer.ts';

/** Below this share of the segment with a value, the gap is mentioned. */
const COVERED = 0.9;
const MOST_GAPS = 3;

function gaps(writer: Writer, said: readonly Evidence[], customers: number): readonly string[] {
  const lines = new Map<string, string>();
  for (const evidence of said) {
    if (evidence.n >= COVERED * customers) continue;
    const label = labelOf(writer, evidence);
    lines.set(
      evidence.feature,
      writer.fill(writer.words.persona.partial, { label, n: evidence.n, customers }),
    );
  }
  return [...lines.values()].slice(0, MOST_GAPS);
}

/** Lines in the writer's language: what is unknown for everybody, then where phrases that were said rest on a part of the segment. */
export function cannotSay(
  writer: Writer,
  traits: readonly Trait[],
  said: readonly Evidence[],
  customers: number,
): readonly string[] {
  const { persona } = writer.words;
  const knows = (topic: Topic): boolean => traits.some((trait) => trait.topic === topic);
  const lines = [persona.cannotGender];
  if (!knows('age')) lines.push(persona.cannotAge);
  if (!knows('income')) lines.push(persona.cannotIncome);
  lines.push(persona.cannotMotive, ...gaps(writer, said, customers));
  if (!traits.some((trait) => trait.support === 'firm')) lines.push(persona.nothingFirm);
  return lines;
}
