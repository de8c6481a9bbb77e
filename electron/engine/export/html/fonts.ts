// Fonts inside the page: the only way for one file to look the same everywhere without loading anything.

export interface FontFace {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** A weight or, for a variable font, a range such as `100 900`. */
  readonly weight: string;
  /** The characters it holds, as CSS has it, e.g. `U+0400-04FF`. */
  readonly unicodeRange: string;
  readonly woff2: Uint8Array;
}

/** `@font-face` rules for `planHtml`'s `fontCss`, each with its font as a data: address. */
export function fontFaceCss(faces: readonly FontFace[]): string {
  return faces
    .map(({ family, style, weight, unicodeRange, woff2 }) => {
      const data = Buffer.from(woff2).toString('base64');
      return `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:block;unicode-range:${unicodeRange};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
    })
    .join('\n');
}
