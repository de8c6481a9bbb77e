// Personas, the campaign plan, and what leaves the project as files.
import { z } from 'zod';
import { ActionInput, Campaign } from '../model/campaign.ts';
import { Persona } from '../model/persona.ts';
import { command, Id, job, Nothing, query } from './kinds.ts';

export const personas = {
  /** Drafts a persona for each segment of the active segmentation, or for one. Edited phrases of a redrafted one are lost (undo brings them back). */
  draft: job(z.strictObject({ segmentId: Id.optional() })),
  list: query(Nothing, z.array(Persona)),
  rename: command(z.strictObject({ personaId: Id, name: z.string().min(1).max(120) }), Nothing),
  /** An empty text restores the drafted wording. */
  editPhrase: command(
    z.strictObject({ personaId: Id, phraseId: z.string(), text: z.string().max(1000) }),
    Nothing,
  ),
  removePhrase: command(z.strictObject({ personaId: Id, phraseId: z.string() }), Nothing),
  editQuote: command(z.strictObject({ personaId: Id, text: z.string().max(1000) }), Nothing),
};

const One = z.strictObject({ campaignId: Id });

export const campaigns = {
  list: query(Nothing, z.array(Campaign)),
  /** A plan from the playbook for the active segments, in the project's language. The job's result is `{campaignId}`. */
  propose: job(
    z.strictObject({ name: z.string().min(1).max(120), startDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  ),
  rename: command(One.extend({ name: z.string().min(1).max(120) }), Nothing),
  remove: command(One, Nothing),
  addAction: command(One.extend({ action: ActionInput }), Nothing),
  updateAction: command(z.strictObject({ actionId: Id, change: ActionInput.partial() }), Nothing),
  removeAction: command(z.strictObject({ actionId: Id }), Nothing),
};

export const EXPORTS = [
  'plan.xlsx',
  'plan.html',
  'audience.csv',
  'segments.csv',
  'segments.json',
  'personas.json',
  'plan.json',
  'rules.words',
  'rules.sql',
  'rules.formula',
  'rules.json',
  'rules.pmml',
] as const;

export const exports = {
  /**
   * `segmentId` narrows an audience or the rules; PII columns leave the project only when `allowPii` is set. The job's
   * result is `{name, bytes}`.
   */
  write: job(
    z.strictObject({
      what: z.enum(EXPORTS),
      target: z.string(),
      segmentId: Id.optional(),
      /** Which plan; the newest when left out. */
      campaignId: Id.optional(),
      allowPii: z.boolean().default(false),
      /** An audience with how firmly each customer belongs: next segment, silhouette, margin, distances. */
      belonging: z.boolean().optional(),
    }),
  ),
};
