import type { features as en } from '../en/features.ts';
import type { Translated } from '../../translated.ts';

export const features = {} satisfies Translated<typeof en>;
