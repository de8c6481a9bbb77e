// File names from what the analyst called a segment, a source or a project.

const MOST_LETTERS = 80;

/** A name that every file system takes: no separators, no reserved marks, no blanks. Its ending stays whole. */
export function fileNameOf(name: string): string {
  const ending = /\.[a-z]{1,5}$/.exec(name)?.[0] ?? '';
  const stem = name
    .slice(0, name.length - ending.length)
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\s+/g, '-');
  return Array.from(stem).slice(0, MOST_LETTERS).join('') + ending;
}
