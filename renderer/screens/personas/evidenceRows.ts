// Numbers the evidence of a persona: one row per statement, however many phrases rest on it.
import { supportOf, type Evidence, type Support } from '../../../shared/model/evidence.ts';
import type { Persona, PersonaPhrase } from '../../../shared/model/persona.ts';
import { evidenceKey } from '../../evidence/index.ts';

export interface EvidenceRow {
  /** From 1, in the order of the card. */
  readonly number: number;
  readonly key: string;
  readonly evidence: Evidence;
  /** The weakest among the phrases that rest on it. */
  readonly support: Support;
  readonly phraseIds: readonly string[];
}

const RANK: Readonly<Record<Support, number>> = { firm: 0, fading: 1, weak: 2 };
const weaker = (a: Support, b: Support): Support => (RANK[b] > RANK[a] ? b : a);

/** All phrases of a persona, in the order of the card. */
export const phrasesOf = (persona: Persona): readonly PersonaPhrase[] =>
  persona.sections.flatMap((part) => part.phrases);

/** Phrases whose support is no longer firm. */
export const fadingPhrases = (persona: Persona): readonly PersonaPhrase[] =>
  phrasesOf(persona).filter((phrase) => phrase.support !== 'firm');

/** How many wordings of a persona are the analyst's own. */
export const ownWordings = (persona: Persona): number =>
  phrasesOf(persona).filter((phrase) => phrase.edited).length + (persona.quote.edited ? 1 : 0);

/** One row per statement; a phrase's support counts for each statement that it rests on. */
export function evidenceRows(persona: Persona): readonly EvidenceRow[] {
  const rows = new Map<string, EvidenceRow>();
  for (const phrase of phrasesOf(persona))
    for (const evidence of phrase.evidence) {
      const key = evidenceKey(evidence);
      const known = rows.get(key);
      rows.set(key, {
        number: known?.number ?? rows.size + 1,
        key,
        evidence,
        support: weaker(known?.support ?? supportOf(evidence), phrase.support),
        phraseIds: [...(known?.phraseIds ?? []), phrase.id],
      });
    }
  return [...rows.values()];
}
