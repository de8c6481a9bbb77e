// What matters of cell styles for reading: which show a number as a date, and which as a code or with a unit.
import { type NumberStyle, numberStyleOf } from './numberStyle.ts';
import { readPart } from './readPart.ts';
import { attribute } from './xmlTokenizer.ts';
import type { ZipPackage } from './zipPackage.ts';

/** Built-in number formats that are dates or times (ECMA-376 part 1, 18.8.30), East Asian ones included. */
function isBuiltinDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47 && id !== 46) ||
    (id >= 50 && id <= 58)
  );
}

/** For each style index how numbers are read. */
export async function readNumberStyles(zip: ZipPackage, part: string): Promise<readonly NumberStyle[]> {
  const custom = new Map<number, NumberStyle>();
  const styles: number[] = [];
  let inCells = false;
  await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'numFmt') {
        custom.set(
          Number(attribute(attributes, 'numFmtId')),
          numberStyleOf(attribute(attributes, 'formatCode') ?? ''),
        );
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return styles.map((id) => custom.get(id) ?? (isBuiltinDate(id) ? 'date' : 'stored'));
}
