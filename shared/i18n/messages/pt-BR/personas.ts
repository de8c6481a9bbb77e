import type { personas as en } from '../en/personas.ts';
import type { Translated } from '../../translated.ts';

export const personas = {} satisfies Translated<typeof en>;
