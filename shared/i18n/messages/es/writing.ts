import type { writing as en } from '../en/writing.ts';
import type { Translated } from '../../translated.ts';

export const writing = {} satisfies Translated<typeof en>;
