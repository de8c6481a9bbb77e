// Customers: finding one by key, and everything known about them.
import { z } from 'zod';
import { CustomerCard } from '../model/customer.ts';
import { job, query } from './kinds.ts';

export const customers = {
  /** Keys that start with the text, else those that contain it; without regard to case. */
  find: query(
    z.strictObject({ text: z.string().trim().min(1).max(200), limit: z.number().int().min(1).max(50) }),
    z.strictObject({ total: z.number().int(), keys: z.array(z.string()) }),
  ),
  /**
   * Everywhere in the project, for good, inside longer texts too; the history before it goes. The job's result is
   * `{records, rejects, mentions, shared, copies}`. Refuses CUSTOMER-UNKNOWN.
   */
  erase: job(z.strictObject({ key: z.string().min(1).max(1000) })),
  card: query(z.strictObject({ key: z.string().min(1).max(1000) }), CustomerCard),
};
