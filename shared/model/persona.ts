// Personas: a drafted representative of a segment. Every phrase carries the evidence it rests on.
import { z } from 'zod';
import { Evidence, Support } from './evidence.ts';
import { Locale } from '../i18n/locale.ts';

export const PERSONA_SECTIONS = ['who', 'does', 'needs', 'objections', 'channels', 'message'] as const;
export const PersonaSection = z.enum(PERSONA_SECTIONS);
export type PersonaSection = z.infer<typeof PersonaSection>;

/** `drafted` keeps the first wording, so that an edited phrase can be shown as the analyst's own and restored. */
export const PersonaPhrase = z.strictObject({
  id: z.string(),
  text: z.string(),
  drafted: z.string(),
  edited: z.boolean(),
  evidence: z.array(Evidence),
  support: Support,
  /** The drafted wording gives figures that have changed since with the customers. */
  former: z.boolean().optional(),
});
export type PersonaPhrase = z.infer<typeof PersonaPhrase>;

export const PersonaPart = z.strictObject({ section: PersonaSection, phrases: z.array(PersonaPhrase) });
export type PersonaPart = z.infer<typeof PersonaPart>;

/** A phrase that was drafted and dropped for lack of support. */
export const LeftOut = z.strictObject({ text: z.string(), evidence: z.array(Evidence) });
export type LeftOut = z.infer<typeof LeftOut>;

/** A persona before it is stored. `quote.text` is drafted wording, never said by a customer. */
export const PersonaDraft = z.strictObject({
  segmentId: z.number().int(),
  name: z.string(),
  locale: Locale,
  portraitSeed: z.string(),
  sections: z.array(PersonaPart),
  quote: z.strictObject({ text: z.string(), edited: z.boolean() }),
  leftOut: z.array(LeftOut),
  cannotSay: z.array(z.string()),
});
export type PersonaDraft = z.infer<typeof PersonaDraft>;

export const Persona = PersonaDraft.extend({ id: z.number().int() });
export type Persona = z.infer<typeof Persona>;
