// E-mail addresses and phone numbers by their shape.

const EMAIL =
  /^(?:mailto:)?(?:"[^"]+"|[^\s@<>,;"]+)@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/iu;
const PHONE = /^(?:\+|00)?[\d\s().\-/]{7,22}(?:\s*(?:x|ext|доб)\.?\s*\d{1,5})?$/i;

/** One e-mail address, spaces around it aside. */
export function isEmail(text: string): boolean {
  return text.includes('@') && EMAIL.test(text.trim());
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
