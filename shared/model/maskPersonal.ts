// Personal data shown: recognisable as what it is, unreadable as whose it is. Masks what is shown, never what is stored.
import type { FieldRole, PiiKind } from './source.ts';

const DOTS = '•••';

/** Roles whose values are masked wherever they are shown. */
export function isPersonal(role: FieldRole): boolean {
  return role === 'pii' || role === 'contact';
}

const firstOf = (text: string): string => Array.from(text.trim())[0] ?? '';

function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  const dot = text.lastIndexOf('.');
  const ending = dot > at ? text.slice(dot) : '';
  return `${firstOf(text)}${DOTS}@${DOTS}${ending}`;
}

/**
 * A masked value: the first letter and an e-mail's ending stay, of numbers the last two digits.
 *
 * @example maskPersonal('marta@alba.es', 'email') // 'm•••@•••.es'
 */
export function maskPersonal(text: string, kind: PiiKind | null): string {
  if (kind === 'email' && text.includes('@')) return maskEmail(text);
  if (kind === 'phone' || kind === 'nationalId')
    return `${DOTS}${text.trim().length > 4 ? text.trim().slice(-2) : ''}`;
  if (kind === 'birthDate') return DOTS;
  return `${firstOf(text)}${DOTS}`;
}
