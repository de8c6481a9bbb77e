// Holds a stored persona against new evidence: wording stays, support is judged again.
import { supportOf, type Evidence, type Support } from '../../../shared/model/evidence.ts';
import type { Persona, PersonaPhrase } from '../../../shared/model/persona.ts';
import { isSameStatement } from './personaDraft.ts';
import { traitOf } from './traits.ts';

const RANK: Readonly<Record<Support, number>> = { firm: 0, fading: 1, weak: 2 };

/** A level that moved by more than this part reads as another figure. */
const SAME_FIGURE = 0.01;

interface Judged {
  readonly evidence: Evidence;
  readonly support: Support;
}

/** A statement that is gone or now says the opposite is weak. */
function judge(old: Evidence, evidence: readonly Evidence[]): Judged {
  const found = evidence.find((candidate) => isSameStatement(candidate, old));
  if (!found) return { evidence: old, support: 'weak' };
  const turned = Math.sign(found.d) !== Math.sign(old.d) && traitOf(found).key !== traitOf(old).key;
  return { evidence: found, support: turned ? 'weak' : supportOf(found) };
}

const moved = (now: number, then: number): boolean => Math.abs(now - then) > SAME_FIGURE * Math.abs(then);

/** Whether the wording gives a figure that is no longer so. Own words are the analyst's. */
function isFormer({ text, edited, evidence }: PersonaPhrase, judged: readonly Judged[]): boolean {
  if (edited || !/\d/u.test(text)) return false;
  return evidence.some((then, at) => {
    const now = judged[at]?.evidence ?? then;
    return moved(now.here, then.here) || moved(now.all, then.all);
  });
}

function recheckPhrase(phrase: PersonaPhrase, evidence: readonly Evidence[]): PersonaPhrase {
  if (phrase.evidence.length === 0) return phrase;
  const judged = phrase.evidence.map((old) => judge(old, evidence));
  const support = judged.reduce<Support>(
    (worst, item) => (RANK[item.support] > RANK[worst] ? item.support : worst),
    'firm',
  );
  const former = isFormer(phrase, judged);
  return {
    ...phrase,
    evidence: judged.map((item) => item.evidence),
    support,
    ...(former && { former }),
  };
}

/** The persona with every phrase's evidence and support renewed; texts, edits, name and portrait are untouched. */
export function recheckPersona(persona: Persona, evidence: readonly Evidence[]): Persona {
  const sections = persona.sections.map((part) => ({
    ...part,
    phrases: part.phrases.map((phrase) => recheckPhrase(phrase, evidence)),
  }));
  return { ...persona, sections };
}
