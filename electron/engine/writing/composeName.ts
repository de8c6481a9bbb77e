// Joins one or two traits into a name. Each language says in its messages which forms a trait has; the first pattern
// for which both traits have a form is used, so grammar stays with the translator.
import type { Evidence } from '../../../shared/model/evidence.ts';
import { argsOf } from './traitArgs.ts';
import { labelOf, type Trait } from './traits.ts';
import type { Writer } from './writer.ts';

type Form = 'adjective' | 'noun' | 'tail';

/** Inside a name our own words begin small; a customer's column stays as its header reads. */
function innerLabel(writer: Writer, evidence: Evidence): string {
  const label = labelOf(writer, evidence);
  const own = Object.hasOwn(writer.words.builtIn, evidence.feature);
  return own ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function formOf(writer: Writer, { key, evidence }: Trait, form: Form): string {
  const message = writer.words.traits[key][form];
  if (message === '') return '';
  return writer.fill(message, { ...argsOf(writer, evidence), label: innerLabel(writer, evidence) });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Tails may begin with a comma of their own: no blank before it, and never two. */
function tidy(text: string): string {
  return capital(text.replaceAll(/\s+,/g, ',').replaceAll(/,\s*,/g, ',').replaceAll(/\s+/g, ' ').trim());
}

function isPlain(trait: Trait): boolean {
  return trait.key === 'more' || trait.key === 'less';
}

/** Columns without known words: "High income, low visits". */
function plainName(writer: Writer, first: Trait, second: Trait | undefined): string {
  const { compose } = writer.words;
  const label = innerLabel(writer, first.evidence);
  if (!second) return writer.fill(first.key === 'more' ? compose.more : compose.less, { label });
  const other = innerLabel(writer, second.evidence);
  if (first.key === second.key) {
    return writer.fill(first.key === 'more' ? compose.moreMore : compose.lessLess, { label, second: other });
  }
  const [high, low] = first.key === 'more' ? [label, other] : [other, label];
  return writer.fill(compose.moreLess, { label: high, second: low });
}

function singleName(writer: Writer, trait: Trait): string {
  const { compose } = writer.words;
  const noun = formOf(writer, trait, 'noun');
  if (noun) return writer.fill(compose.noun, { noun });
  const adjective = formOf(writer, trait, 'adjective');
  if (adjective) return writer.fill(compose.adjective, { adjective });
  return writer.fill(compose.tail, { tail: formOf(writer, trait, 'tail') });
}

function joined(writer: Writer, first: Trait, second: Trait): string {
  const { compose } = writer.words;
  const pairs = [
    [first, second],
    [second, first],
  ] as const;
  for (const [one, other] of pairs) {
    const adjective = formOf(writer, one, 'adjective');
    const noun = formOf(writer, other, 'noun');
    if (adjective && noun) return writer.fill(compose.adjectiveNoun, { adjective, noun });
  }
  const adjectives = [formOf(writer, first, 'adjective'), formOf(writer, second, 'adjective')] as const;
  if (adjectives[0] && adjectives[1]) {
    return writer.fill(compose.adjectiveAdjective, { adjective: adjectives[0], second: adjectives[1] });
  }
  for (const [one, other] of pairs) {
    const tail = formOf(writer, other, 'tail');
    const adjective = formOf(writer, one, 'adjective');
    if (adjective) return writer.fill(compose.adjectiveTail, { adjective, tail });
    const noun = formOf(writer, one, 'noun');
    if (noun) return writer.fill(compose.nounTail, { noun, tail });
  }
  return writer.fill(compose.tailTail, {
    tail: formOf(writer, first, 'tail'),
    second: formOf(writer, second, 'tail'),
  });
}

/** A name of one or two traits (further ones are not used). */
export function composeName(writer: Writer, traits: readonly Trait[]): string {
  const [first, second] = traits;
  if (!first) return writer.words.compose.average;
  if (isPlain(first) && (!second || isPlain(second))) return tidy(plainName(writer, first, second));
  return tidy(second ? joined(writer, first, second) : singleName(writer, first));
}

/** A name with one more differentiator behind it. */
export function composeFurther(writer: Writer, name: string, trait: Trait): string {
  return tidy(writer.fill(writer.words.compose.further, { name, tail: formOf(writer, trait, 'tail') }));
}
