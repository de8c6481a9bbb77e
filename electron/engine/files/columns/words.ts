// Turns a header into plain lower-case words: accents off, camelCase and snake_case taken apart.

/** Lower case without accents; Cyrillic й and ё keep their letters. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** The words of a header. @example headerWords('Cliente_DataNascimento') // ['cliente', 'data', 'nascimento'] */
export function headerWords(header: string): readonly string[] {
  const spaced = header
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2');
  return fold(spaced)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
