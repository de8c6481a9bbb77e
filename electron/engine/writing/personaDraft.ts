// Drafts a persona from evidence by templates. A phrase appears only where its evidence is firm; what was close is
// listed as left out, and what no column can tell is said.
import type { Locale } from '../../../shared/i18n/locale.ts';
import { supportOf, type Evidence, type Support } from '../../../shared/model/evidence.ts';
import {
  PERSONA_SECTIONS,
  type LeftOut,
  type PersonaDraft,
  type PersonaPart,
  type PersonaPhrase,
  type PersonaSection,
} from '../../../shared/model/persona.ts';
import { pickFirstName } from './firstNames.ts';
import { traitOf, traitsOf, type Trait, type TraitKey } from './traits.ts';
import { argsOf, messageFor } from './traitArgs.ts';
import { createWriter, type Writer } from './writer.ts';
import { cannotSay } from './cannotSay.ts';

export interface PersonaInput {
  readonly segment: { readonly id: number; readonly customers: number };
  readonly evidence: readonly Evidence[];
  /** The same statements over the latest stretch only; where one is no longer firm, its phrase is marked as fading. */
  readonly recent?: readonly Evidence[];
  readonly locale: Locale;
  readonly seed: number;
  /** ISO 4217, or null for plain numbers. */
  readonly currency: string | null;
  /** First names of the segmentation's other personas. */
  readonly takenNames?: readonly string[];
}

const MOST: Readonly<Record<Exclude<PersonaSection, 'message'>, number>> = {
  who: 4,
  does: 4,
  needs: 3,
  objections: 2,
  channels: 3,
};
const MOST_LEFT_OUT = 6;

type TraitWords = Readonly<Partial<Record<PersonaSection | 'quote', string>>>;

function wordsOf(writer: Writer, trait: Trait): TraitWords {
  return writer.words.traits[trait.key];
}

export function isSameStatement(a: Evidence, b: Evidence): boolean {
  return a.feature === b.feature && a.category === b.category && a.kind === b.kind;
}

function supportNow(trait: Trait, recent: readonly Evidence[]): Support {
  const latest = recent.find((evidence) => isSameStatement(evidence, trait.evidence));
  if (trait.support !== 'firm' || !latest) return trait.support;
  const holds = traitOf(latest).key === trait.key && supportOf(latest) === 'firm';
  return holds ? 'firm' : 'fading';
}

function phraseOf(
  writer: Writer,
  section: PersonaSection,
  trait: Trait,
  message: string,
  support: Support,
): PersonaPhrase {
  const { evidence } = trait;
  const text = writer.fill(messageFor(writer, trait, message), argsOf(writer, evidence));
  const subject =
    evidence.category === undefined ? evidence.feature : `${evidence.feature}=${evidence.category}`;
  return {
    id: `${section}:${trait.key}:${subject}`,
    text,
    drafted: text,
    edited: false,
    evidence: [evidence],
    support,
  };
}

function sectionOf(
  writer: Writer,
  section: Exclude<PersonaSection, 'message'>,
  traits: readonly Trait[],
  recent: readonly Evidence[],
): PersonaPart {
  const phrases: PersonaPhrase[] = [];
  for (const trait of traits) {
    const message = wordsOf(writer, trait)[section];
    if (message === undefined || trait.support !== 'firm' || phrases.length === MOST[section]) continue;
    const phrase = phraseOf(writer, section, trait, message, supportNow(trait, recent));
    if (!phrases.some(({ text }) => text === phrase.text)) phrases.push(phrase);
  }
  return { section, phrases };
}

/** What a segment is not is left to the charts, and of several statements on one subject the strongest is enough. */
function worthSaying(traits: readonly Trait[]): readonly Trait[] {
  const told = new Set<string>();
  return traits.filter(({ key, topic, evidence }) => {
    const subject =
      topic === 'other' || topic === 'mix' || topic === 'consent' ? `column ${evidence.feature}` : topic;
    if (key === 'categoryLess' || key === 'mixLess' || told.has(subject)) return false;
    told.add(subject);
    return true;
  });
}

/** Where a customer stands with the shop comes before what they like: one does not sell outfits to the lapsed. */
const FIRST_THINGS: ReadonlySet<TraitKey> = new Set(['lapsed', 'oneTime', 'newcomer']);

/** The message angle answers where they stand, else the strongest firm trait that has one. */
function messagePart(writer: Writer, traits: readonly Trait[], recent: readonly Evidence[]): PersonaPart {
  const able = traits.filter(
    (candidate) => candidate.support === 'firm' && wordsOf(writer, candidate).message !== undefined,
  );
  const trait = able.find(({ key }) => FIRST_THINGS.has(key)) ?? able[0];
  const message = trait && wordsOf(writer, trait).message;
  if (trait && message !== undefined) {
    return {
      section: 'message',
      phrases: [phraseOf(writer, 'message', trait, message, supportNow(trait, recent))],
    };
  }
  const text = writer.words.persona.defaultMessage;
  return {
    section: 'message',
    phrases: [{ id: 'message:default', text, drafted: text, edited: false, evidence: [], support: 'weak' }],
  };
}

function leftOutOf(writer: Writer, traits: readonly Trait[]): readonly LeftOut[] {
  const left: LeftOut[] = [];
  for (const trait of traits) {
    if (trait.support === 'firm') continue;
    const words = wordsOf(writer, trait);
    const message = words.who ?? words.does ?? words.needs ?? words.channels;
    if (message !== undefined)
      left.push({
        text: phraseOf(writer, 'who', trait, message, trait.support).text,
        evidence: [trait.evidence],
      });
  }
  return left.slice(0, MOST_LEFT_OUT);
}

function quoteOf(writer: Writer, traits: readonly Trait[]): string {
  const firm = traits.filter((trait) => trait.support === 'firm');
  // The second motive where there is one, so that the quote does not repeat the message angle.
  const quotes = firm.flatMap((trait) => wordsOf(writer, trait).quote ?? []);
  return quotes[1] ?? quotes[0] ?? writer.words.persona.defaultQuote;
}

function mostly(traits: readonly Trait[]): 'women' | 'men' | null {
  const trait = traits.find(
    ({ key, evidence }) => (key === 'women' || key === 'men') && evidence.here >= 0.6,
  );
  return trait?.key === 'women' ? 'women' : trait?.key === 'men' ? 'men' : null;
}

function saidIn(sections: readonly PersonaPart[]): readonly Evidence[] {
  return sections.flatMap(({ phrases }) => phrases.flatMap(({ evidence }) => evidence));
}

/**
 * A persona drafted from a segment's evidence, without a language model. The same input gives the same draft.
 * Phrases within a section run from the strongest effect down; sections without a firm phrase are empty.
 */
export function draftPersona(input: PersonaInput): PersonaDraft {
  const { segment, locale, seed, recent = [] } = input;
  const writer = createWriter(locale, input.currency);
  const traits = worthSaying(traitsOf(input.evidence));
  const seedText = `${seed}:${segment.id}`;
  const sections = PERSONA_SECTIONS.map((section) =>
    section === 'message' ? messagePart(writer, traits, recent) : sectionOf(writer, section, traits, recent),
  );
  return {
    segmentId: segment.id,
    name: pickFirstName(locale, seedText, mostly(traits), input.takenNames ?? []),
    locale,
    portraitSeed: seedText,
    sections,
    quote: { text: quoteOf(writer, traits), edited: false },
    leftOut: [...leftOutOf(writer, traits)],
    cannotSay: [...cannotSay(writer, traits, saidIn(sections), segment.customers)],
  };
}
