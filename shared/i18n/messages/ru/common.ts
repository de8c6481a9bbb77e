import type { common as en } from '../en/common.ts';
import type { Translated } from '../../translated.ts';

export const common = {} satisfies Translated<typeof en>;
