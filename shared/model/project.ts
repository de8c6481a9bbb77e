// The project as a whole: what the shell shows, and the state of the eight steps.
import { z } from 'zod';
import { Locale } from '../i18n/locale.ts';
import { ValueSettings } from './customerValue.ts';
import { Weighting } from './reference.ts';

export const STEPS = [
  'data',
  'features',
  'explore',
  'segments',
  'personas',
  'campaigns',
  'results',
  'report',
] as const;
export const Step = z.enum(STEPS);
export type Step = z.infer<typeof Step>;

export const StepState = z.enum(['todo', 'done', 'attention']);
export type StepState = z.infer<typeof StepState>;

/** ISO 4217 codes offered for amounts; any three letters are accepted. */
export const CURRENCIES = ['EUR', 'USD', 'BRL', 'RUB', 'GBP'] as const;

export const ProjectSettings = z.strictObject({
  /** The language of drafted words and exports; the interface's language is the window's own. */
  locale: Locale,
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Day (yyyy-mm-dd) from which recency and tenure are counted; null = the day after the last order. */
  analysisDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  /** `exclude`: rows with an amount of zero or less are not orders, and count for the returns rate only. */
  returns: z.enum(['exclude', 'net']),
  missing: z.enum(['median', 'exclude']),
  seed: z.number().int().min(0).max(2147483647),
  /** Whether every statistic stands for the reference distributions, and how much one customer may count. */
  weighting: Weighting,
  /** Further features that are computed on request: habits over time, and customer value (null = off). */
  more: z.strictObject({ habits: z.boolean(), value: ValueSettings.nullable() }).optional(),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** What should be known before a project is changed where it lies, and about how it was left. */
export const CAUTIONS = [
  'cloud-folder',
  'network-share',
  'conflicted-copy',
  'conflicted-copy-beside',
  'journal-missing',
] as const;
/** `detail`: the service or the file; `at`: when that file was last written (ISO time). */
export const Caution = z.strictObject({
  code: z.enum(CAUTIONS),
  detail: z.string(),
  at: z.string().nullable(),
});
export type Caution = z.infer<typeof Caution>;

export const Project = z.strictObject({
  name: z.string(),
  fileName: z.string(),
  readOnly: z.boolean(),
  /** Those that its user has not put aside yet. */
  cautions: z.array(Caution),
  savedAt: z.string(),
  settings: ProjectSettings,
  steps: z.record(Step, StepState),
  customers: z.number().int(),
  orders: z.number().int(),
  /** Date of the newest record (yyyy-mm-dd), when the sources have dates. */
  snapshot: z.string().nullable(),
  sources: z.number().int(),
  segments: z.number().int(),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type Project = z.infer<typeof Project>;

export const RecentProject = z.strictObject({
  id: z.string(),
  name: z.string(),
  fileName: z.string(),
  exists: z.boolean(),
  openedAt: z.string(),
  customers: z.number().int(),
  segments: z.array(z.number().int()),
  steps: z.record(Step, StepState),
  snapshot: z.string().nullable(),
});
export type RecentProject = z.infer<typeof RecentProject>;

/** One undoable decision. `label` is a key of i18n `history`; `detail` names the thing. */
export const HistoryEntry = z.strictObject({
  id: z.number().int(),
  label: z.string(),
  detail: z.string(),
  at: z.string(),
  undone: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
