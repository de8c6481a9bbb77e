import type { explore as en } from '../en/explore.ts';
import type { Translated } from '../../translated.ts';

export const explore = {} satisfies Translated<typeof en>;
