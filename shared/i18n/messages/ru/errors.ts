import type { errors as en } from '../en/errors.ts';
import type { Translated } from '../../translated.ts';

export const errors = {} satisfies Translated<typeof en>;
