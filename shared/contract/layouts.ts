// Layouts: how files with the same headers were read before. They belong to the person, not to the open project.
import { z } from 'zod';
import { LayoutSummary } from '../model/layout.ts';
import { command, Nothing, query } from './kinds.ts';

export const layouts = {
  /** Newest first. */
  list: query(Nothing, z.array(LayoutSummary)),
  forget: command(z.strictObject({ id: z.string() }), Nothing),
};
