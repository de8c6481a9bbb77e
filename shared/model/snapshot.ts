// Snapshots: each import of a source. One is in use; the others can be gone back to.
import { z } from 'zod';
import { RecordCounts } from './source.ts';

/**
 * Customer keys against those of the snapshot before. `changed`: keys that came, with the e-mail, phone or name of
 * exactly one key that went, so that it is probably the same customer under another number.
 */
export const KeyReport = z.strictObject({
  added: z.number().int(),
  gone: z.number().int(),
  kept: z.number().int(),
  changed: z.number().int(),
  examples: z.array(z.strictObject({ gone: z.string(), added: z.string() })),
});
export type KeyReport = z.infer<typeof KeyReport>;

export const Snapshot = z.strictObject({
  runId: z.number().int(),
  fileName: z.string(),
  importedAt: z.string(),
  /** The day (yyyy-mm-dd) for which the data stand. */
  asOf: z.string().nullable(),
  inUse: z.boolean(),
  records: RecordCounts,
  /** Null for a source's first import, and where there is no customer key. */
  keys: KeyReport.nullable(),
});
export type Snapshot = z.infer<typeof Snapshot>;
