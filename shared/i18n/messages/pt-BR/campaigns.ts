import type { campaigns as en } from '../en/campaigns.ts';
import type { Translated } from '../../translated.ts';

export const campaigns = {} satisfies Translated<typeof en>;
