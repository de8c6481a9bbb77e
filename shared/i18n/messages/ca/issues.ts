import type { issues as en } from '../en/issues.ts';
import type { Translated } from '../../translated.ts';

export const issues = {} satisfies Translated<typeof en>;
