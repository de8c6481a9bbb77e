// File names from what the analyst called a segment.

/** A name that every file system takes: no separators, no reserved marks. */
export function fileNameOf(text: string): string {
  return text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, 80);
}
