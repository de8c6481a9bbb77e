// What a header can speak of: one noun with the phrases that name it. `whole` nouns match only when every other word of
// the header is a filler: "order date" is a date, not an order.
import type { Criterion, FieldRole, PiiKind } from '../../../../shared/model/source.ts';

export interface Noun {
  readonly id: string;
  readonly role: FieldRole;
  readonly criterion: Criterion | null;
  readonly pii?: PiiKind;
  readonly whole?: boolean;
  readonly phrases: readonly string[];
}

/** Phrases out of a list: one per comma or line. */
export function phrases(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((phrase) => phrase !== '');
}
