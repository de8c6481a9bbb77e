import type { reasons as en } from '../en/reasons.ts';
import type { Translated } from '../../translated.ts';

export const reasons = {} satisfies Translated<typeof en>;
