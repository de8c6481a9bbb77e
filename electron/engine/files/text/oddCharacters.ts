// Characters that cannot be seen or that damage other files: NUL, controls, what stands for something undecodable, tags.
// They stay in the project as they are; exports leave NUL out and mark the rest (see export/safeText.ts).
import type { FramerNotice } from './recordFramer.ts';

/** One pass over a whole chunk (2 ms per MB) tells whether its cells must be looked at one by one. */
export const MAYBE_ODD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF\uDB40]/;

const ODD = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF\u{E0000}-\u{E007F}]/u;

/** Reports how many cells of a record hold NUL, and how many another character that cannot be shown. */
export function noticeOddCharacters(cells: readonly string[], line: number, notice: FramerNotice): void {
  let nuls = 0;
  let others = 0;
  let example = '';
  for (const cell of cells) {
    if (cell.includes('\u0000')) nuls++;
    const odd = ODD.exec(cell)?.[0];
    if (odd === undefined) continue;
    others++;
    example ||= `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  }
  if (nuls > 0) notice('NUL-CHARACTERS', line, nuls);
  if (others > 0) notice('CONTROL-CHARACTERS', line, others, { example });
}
