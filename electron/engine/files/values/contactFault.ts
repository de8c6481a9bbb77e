// Why an address cannot be used, by its shape alone: nothing is sent or looked up.
import type { Field } from '../../../../shared/model/source.ts';
import { isEmail } from './contact.ts';

export const CONTACT_FAULTS = [
  'noAt',
  'twoAts',
  'spaces',
  'noDomain',
  'several',
  'letters',
  'tooShort',
  'tooLong',
  'oneDigit',
  'shape',
] as const;
export type ContactFault = (typeof CONTACT_FAULTS)[number];

/** The rule for a column of e-mails or phones; null for any other. */
export function contactFaultOf({ pii }: Pick<Field, 'pii'>): ((text: string) => ContactFault | null) | null {
  return pii === 'email' ? emailFault : pii === 'phone' ? phoneFault : null;
}

/** Why a text is no e-mail address that can be written to; null when it is one. */
function emailFault(text: string): ContactFault | null {
  const address = text.trim();
  if (isEmail(address)) return null;
  const ats = address.split('@').length - 1;
  if (ats === 0) return 'noAt';
  if (/[,;]/.test(address) && ats > 1) return 'several';
  if (ats > 1) return 'twoAts';
  if (/\s/.test(address)) return 'spaces';
  return /@[^.]*$/.test(address) ? 'noDomain' : 'shape';
}

/** Why a text is no phone number that can be called; null when it may be one. */
function phoneFault(text: string): ContactFault | null {
  const number = text.trim();
  if (/[,;/].*\d{6}/.test(number) && number.replace(/\D/g, '').length > 15) return 'several';
  const digits = number.replace(/(?:x|ext|доб)\.?\s*\d{1,5}$/i, '').replace(/\D/g, '');
  if (/\p{L}/u.test(number.replace(/(?:x|ext|доб)\.?\s*\d{1,5}$/i, ''))) return 'letters';
  if (digits.length < 7) return 'tooShort';
  if (digits.length > 15) return 'tooLong';
  return /^(\d)\1*$/.test(digits) ? 'oneDigit' : null;
}
