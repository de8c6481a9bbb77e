import type { data as en } from '../en/data.ts';
import type { Translated } from '../../translated.ts';

export const data = {} satisfies Translated<typeof en>;
