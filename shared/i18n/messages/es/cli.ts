import type { cli as en } from '../en/cli.ts';
import type { Translated } from '../../translated.ts';

export const cli = {} satisfies Translated<typeof en>;
