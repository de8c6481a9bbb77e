import type { segments as en } from '../en/segments.ts';
import type { Translated } from '../../translated.ts';

export const segments = {} satisfies Translated<typeof en>;
