// E-mail addresses and phone numbers by their shape.
import { domainToASCII } from 'node:url';
import type { ColumnMapping } from '../../../../shared/model/source.ts';

const EMAIL =
  /^(?:mailto:)?(?:"[^"]+"|[^\s@<>,;"]+)@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/iu;
const PHONE = /^(?:\+|00)?[\d\s().\-/]{7,22}(?:\s*(?:x|ext|доб)\.?\s*\d{1,5})?$/i;

/** A column of e-mails or phones that is read as text: some of its words say that there is none. */
export const isContactText = ({ type, role, pii }: Pick<ColumnMapping, 'type' | 'role' | 'pii'>): boolean =>
  (pii === 'email' || pii === 'phone') &&
  (role === 'contact' || role === 'pii') &&
  (type === 'text' || type === 'category');

/** One e-mail address, spaces around it aside. */
export function isEmail(text: string): boolean {
  return text.includes('@') && EMAIL.test(text.trim());
}

/** Why a text is no usable address: no @, two or more addresses in one cell, a faulty domain, anything else. */
export type EmailFault = 'noAt' | 'several' | 'domain' | 'other';

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;
const SEVERAL = /@[^@\s"]+(?:[\s,;/|]|\s+(?:and|e|y|i|и)\s+)+[^@]*@/iu;

/** What is wrong with an e-mail address; null for a good one and for an empty cell. */
export function emailFault(text: string): EmailFault | null {
  const trimmed = text.trim();
  if (trimmed === '' || isEmail(trimmed)) return null;
  if (!trimmed.includes('@')) return 'noAt';
  if (SEVERAL.test(trimmed)) return 'several';
  return DOMAIN.test(trimmed.slice(trimmed.lastIndexOf('@') + 1)) ? 'other' : 'domain';
}

/**
 * The form in which two writings of one address are equal: no spaces, `mailto:` or angle brackets around it, the domain
 * in small letters and in its ASCII form, the local part in small letters (no provider in use tells them apart).
 * @returns undefined when it is no address; the original is kept beside it by whoever stores this.
 * @example normalEmail(' mailto:Ana@Exemple.CAT ') // 'ana@exemple.cat'
 */
export function normalEmail(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^.*<([^<>]+)>$/, '$1')
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '');
  if (!isEmail(bare)) return undefined;
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at).normalize('NFC').toLowerCase();
  const domain = domainToASCII(bare.slice(at + 1).normalize('NFC'));
  return domain === '' ? undefined : `${local.replace(/^"([a-z0-9._%+-]+)"$/, '$1')}@${domain}`;
}

/** 8 to 15 digits with the usual signs between; `marked` when a plus, brackets or groups show that it is no plain number. */
export function phoneShape(text: string): 'marked' | 'plain' | undefined {
  const trimmed = text.trim();
  if (!PHONE.test(trimmed)) return undefined;
  const digits = trimmed.replace(/\D/g, '').length;
  if (digits < 8 || digits > 15) return undefined;
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(trimmed)) return undefined;
  if (/^-|^\d+\.\d+$/.test(trimmed)) return undefined;
  return /[+()]|\d[\s-]\d/.test(trimmed) ? 'marked' : 'plain';
}

/** Mobile numbers without any mark: Russia (7 or 8, then 9…) and Brazil (area code without zeros, then 9 …). */
const MOBILE = /^(?:[78]9\d{9}|(?:55)?[1-9]{2}9\d{8})$/;

/** Digits that could be a mobile number. A single one proves nothing: an order number may look the same. */
export function isMobileShape(text: string): boolean {
  return MOBILE.test(text);
}

const STREET_FIRST =
  /^(?:rua|r\.|av\.?|avda\.?|avenida|avinguda|alameda|al\.|travessa|rodovia|praça|praca|calle|c\/|carrer|paseo|passeig|pg\.?|plaza|plaça|pl\.|camino|camí|ronda|ул\.?|улица|просп?\.?|проспект|пр-т|пер\.?|переулок|ш\.|шоссе|бульвар|б-р|наб\.?)\s*\p{L}/iu;
const STREET_LAST =
  /^\d+[a-z]?,?\s+.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|square|terrace|close)\b/i;

/** A street with its kind in front (Rua, Calle, Carrer, ул.) or behind (12 High Street). */
export function isStreet(text: string): boolean {
  return STREET_FIRST.test(text) || STREET_LAST.test(text);
}
