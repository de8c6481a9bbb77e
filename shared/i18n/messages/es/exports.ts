import type { exports as en } from '../en/exports.ts';
import type { Translated } from '../../translated.ts';

export const exports = {} satisfies Translated<typeof en>;
