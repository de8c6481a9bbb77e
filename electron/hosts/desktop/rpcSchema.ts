// The messages of the one channel from a window to the main process. Strict: an unknown field is refused.

import { z } from 'zod';

export const RpcMessage = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('connect'), id: z.uuid() }),
  z.strictObject({
    method: z.literal('pickFiles'),
    purpose: z.enum(['spreadsheets', 'project']),
    many: z.boolean(),
  }),
  z.strictObject({ method: z.literal('takeDropped'), paths: z.array(z.string().min(1).max(4096)).max(200) }),
  z.strictObject({
    method: z.literal('pickSave'),
    purpose: z.enum(['project', 'export']),
    suggestedName: z.string().max(400),
  }),
  z.strictObject({ method: z.literal('deliver'), handle: z.string().min(1).max(200) }),
  z.strictObject({ method: z.literal('launchFiles') }),
]);

export type RpcMessage = z.infer<typeof RpcMessage>;
