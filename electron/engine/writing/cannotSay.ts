// What the data cannot say about a segment: said outright, so that nobody reads it into the portrait.
import { labelOf, type Trait } from './traits.ts';
import type { Topic } from './headerWords.ts';
import type { Writer } from './writer.ts';

/** Below this share of the segment with a value, the gap is mentioned. */
const COVERED = 0.9;
const MOST_GAPS = 3;

function gaps(writer: Writer, traits: readonly Trait[], customers: number): readonly string[] {
  const told = new Set<string>();
  const lines: string[] = [];
  for (const { evidence, support } of traits) {
    if (support !== 'firm' || evidence.n >= COVERED * customers || told.has(evidence.feature)) continue;
    told.add(evidence.feature);
    lines.push(
      writer.fill(writer.words.persona.partial, {
        label: labelOf(writer, evidence),
        n: evidence.n,
        customers,
      }),
    );
  }
  return lines.slice(0, MOST_GAPS);
}

/** Lines in the writer's language: what is unknown for everybody, then where phrases rest on a part of the segment. */
export function cannotSay(writer: Writer, traits: readonly Trait[], customers: number): readonly string[] {
  const { persona } = writer.words;
  const knows = (topic: Topic): boolean => traits.some((trait) => trait.topic === topic);
  const lines = [persona.cannotGender];
  if (!knows('age')) lines.push(persona.cannotAge);
  if (!knows('income')) lines.push(persona.cannotIncome);
  lines.push(persona.cannotMotive, ...gaps(writer, traits, customers));
  if (!traits.some((trait) => trait.support === 'firm')) lines.push(persona.nothingFirm);
  return lines;
}
