// Taking mentions of a person out of stored JSON: whole texts that are one of theirs, never parts of longer ones.

/** A person's texts (keys, addresses, numbers), compared without case and surrounding spaces. */
export type OwnTexts = ReadonlySet<string>;

export const plainText = (text: string): string => text.trim().toLowerCase();

/**
 * A key that can be nothing else wherever it stands: `7` is a quantity in other records and a limit in a fix, `K-0007`
 * is not.
 */
export const isTelling = (key: string): boolean => key.length >= (/\p{L}/u.test(key) ? 4 : 8);

export const mentions = (text: string, own: OwnTexts): boolean => own.has(plainText(text));

/** True when the value is, or holds anywhere, one of the texts. */
export function holdsMention(value: unknown, own: OwnTexts): boolean {
  if (typeof value === 'string') return mentions(value, own);
  if (Array.isArray(value)) return value.some((one) => holdsMention(one, own));
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((one) => holdsMention(one, own))
  );
}

/** A copy of JSON without what mentions the person: list elements are left out, texts elsewhere become empty. */
export function withoutMentions(value: unknown, own: OwnTexts): unknown {
  if (typeof value === 'string') return mentions(value, own) ? '' : value;
  if (Array.isArray(value)) {
    return value.filter((one) => !holdsMention(one, own)).map((one) => withoutMentions(one, own));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutMentions(one, own)]));
}
