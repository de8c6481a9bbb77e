// Which cell styles show a number as a date. Only that matters for reading.
import { isDateFormat } from './dateFormat.ts';
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

/** For each style index whether it is a date. */
export async function readDateStyles(zip: ZipPackage, part: string): Promise<readonly boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: number[] = [];
  let inCells = false;
  await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'numFmt') {
        custom.set(
          Number(attribute(attributes, 'numFmtId')),
          isDateFormat(attribute(attributes, 'formatCode') ?? ''),
        );
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return styles.map((id) => custom.get(id) ?? isBuiltinDate(id));
}
