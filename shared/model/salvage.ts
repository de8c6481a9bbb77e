// What came over from a damaged project into the new one, and what is lost.
import { z } from 'zod';

export const SALVAGE_PARTS = [
  'settings',
  'sources',
  'fixes',
  'erased',
  'rejects',
  'features',
  'segments',
  'personas',
  'campaigns',
] as const;

/** `kept`: how many are in the new project; `complete`: none was lost. */
export const SalvagePart = z.strictObject({
  part: z.enum(SALVAGE_PARTS),
  kept: z.number().int(),
  complete: z.boolean(),
});
export type SalvagePart = z.infer<typeof SalvagePart>;

export const SalvageReport = z.strictObject({
  /** The new file, beside the damaged one. */
  fileName: z.string(),
  /** The project's name. */
  name: z.string(),
  sources: z.array(
    z.strictObject({
      name: z.string(),
      records: z.number().int(),
      lostRecords: z.number().int(),
      lostCells: z.number().int(),
    }),
  ),
  parts: z.array(SalvagePart),
});
export type SalvageReport = z.infer<typeof SalvageReport>;
