// The parts of a workbook that say where everything is: relationships, sheet list, date system.
import { AppError } from '../../../../shared/errors.ts';
import { readPart } from './readPart.ts';
import { attribute } from './xmlTokenizer.ts';
import type { ZipPackage } from './zipPackage.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly date1904: boolean;
  readonly stringsPart: string | undefined;
  readonly stylesPart: string | undefined;
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Kinds of packages that are not workbooks of ours, by a part that only they have. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^index\/.*\.iwa$|^index\.zip$/i, 'NUMBERS'],
  [/^mimetype$|^content\.xml$/i, 'ODS'],
  [/^word\/document\.xml$/i, 'DOCX'],
  [/^ppt\/presentation\.xml$/i, 'PPTX'],
];

/** The part a relationship points to, from the folder of its source; targets may be absolute. */
function resolveTarget(source: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

/** Relationships of a part by id; those that point outside the package are left out, never followed. */
async function readRelationships(zip: ZipPackage, source: string): Promise<readonly Relationship[]> {
  const at = source.lastIndexOf('/') + 1;
  const part = `${source.slice(0, at)}_rels/${source.slice(at)}.rels`;
  const found: Relationship[] = [];
  if (!zip.has(part)) return found;
  await readPart(zip, part, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      found.push({ id: attribute(attributes, 'Id') ?? '', type, target: resolveTarget(source, target) });
    },
    close() {},
    text() {},
  });
  return found;
}

function refuseForeign(zip: ZipPackage): never {
  for (const [shape, found] of FOREIGN) {
    if (zip.names.some((name) => shape.test(name))) {
      throw new AppError('SRC-UNSUPPORTED', { found }, { file: zip.fileName });
    }
  }
  throw new AppError('SRC-UNSUPPORTED', { found: 'ZIP' }, { file: zip.fileName });
}

/**
 * Reads the workbook's own part.
 * @throws AppError SRC-UNSUPPORTED (args.found: the format) when the package holds no XLSX workbook, XLSX-DAMAGED.
 */
export async function readWorkbook(zip: ZipPackage): Promise<Workbook> {
  const root = await readRelationships(zip, '');
  const main = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(main) || /\.bin$/i.test(main) || !/(?:^|\/)xl\/|workbook/i.test(main)) refuseForeign(zip);
  const relations = await readRelationships(zip, main);
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  await readPart(zip, main, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find((entry) => entry.id === attribute(attributes, 'id'));
      // Chart and dialog sheets hold no rows.
      if (relation === undefined || relation.type !== 'worksheet' || !zip.has(relation.target)) return;
      const state = attribute(attributes, 'state') ?? 'visible';
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        part: relation.target,
        hidden: state !== 'visible',
      });
    },
    close() {},
    text() {},
  });
  const partOf = (type: string): string | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target !== undefined && zip.has(target) ? target : undefined;
  };
  return { sheets, date1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
}
