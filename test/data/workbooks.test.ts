// Every workbook of the corpus, cell by cell, against a second reader. A difference is either explained here or a bug.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cells, ourCells, theirCells } from '../support/secondReader.ts';
import { refusalOf } from '../unit/files/reading.ts';

const DATA = process.env['CLIENTELA_DATA'] ?? '';
const CORPUS = join(DATA, 'corpus');

/** Refused by name: file → code. */
const REFUSED: Readonly<Record<string, string>> = {
  'calamine/pass_protected.ods': 'XLSX-ENCRYPTED',
  'calamine/pass_protected.xlsx': 'XLSX-ENCRYPTED',
  'messytables/encrypted_no_password.xls': 'XLSX-ENCRYPTED',
};

/** A few words in a file called .xls: read as text, so there are no sheets to compare. */
const TEXT = 'calamine/too_small.xls';
/** The second reader does not survive its 10^18 repeated cells; ours keeps the row aside. */
const TRAP = 'calamine/issue_594_dos.ods';

interface Difference {
  readonly ours: string;
  readonly theirs: string;
}

/** Differences that are meant, by file and cell, with the reason. */
const EXPLAINED: Readonly<Record<string, Readonly<Record<string, Difference>>>> = {
  // Rich text that follows a plain run in one shared string: the second reader stops after the first run.
  'calamine/minimal_package.xlsx': {
    'Sheet1!1:1': { ours: 'ARREST BOOKINGS for 01/30/17', theirs: 'ARREST BOOKINGS for ' },
  },
  // An amount of time: ours writes what the file stores (PT27H17M54S), the second reader a fraction of days.
  'messytables/ods_formats.ods': { 'Sheet1!5:2': { ours: '27:17:54', theirs: '1.1374305555555555' } },
};

function differences(ours: Cells, theirs: Cells): Readonly<Record<string, Difference>> {
  const found: Record<string, Difference> = {};
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const mine = ours.get(name) ?? new Map<number, readonly string[]>();
    const other = theirs.get(name) ?? new Map<number, readonly string[]>();
    for (const line of new Set([...mine.keys(), ...other.keys()])) {
      const width = Math.max(mine.get(line)?.length ?? 0, other.get(line)?.length ?? 0);
      for (let column = 0; column < width; column++) {
        const pair = { ours: mine.get(line)?.[column] ?? '', theirs: other.get(line)?.[column] ?? '' };
        if (pair.ours !== pair.theirs) found[`${name}!${line}:${column + 1}`] = pair;
      }
    }
  }
  return found;
}

describe.runIf(DATA !== '')('workbooks of the corpus', () => {
  const names =
    DATA === ''
      ? []
      : ['calamine', 'messytables'].flatMap((folder) =>
          readdirSync(join(CORPUS, folder))
            .filter((name) => /\.(?:xls[xmb]?|ods)$/.test(name))
            .map((name) => `${folder}/${name}`),
        );
  const compared = names.filter((name) => REFUSED[name] === undefined && name !== TEXT && name !== TRAP);

  it('are all here', () => {
    expect([names.length, compared.length]).toEqual([49, 44]);
  });

  it.each(compared)('%s: the same cells', async (name) => {
    const path = join(CORPUS, name);
    const ours = await ourCells(path);
    const theirs = theirCells(path);
    expect([...ours.keys()]).toEqual([...theirs.keys()]);
    expect(differences(ours, theirs)).toEqual(EXPLAINED[name] ?? {});
  });

  it.each(Object.entries(REFUSED))('%s is refused: %s', async (name, code) => {
    expect((await refusalOf(ourCells(join(CORPUS, name)))).code).toBe(code);
  });
});
