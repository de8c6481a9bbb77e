// Writes small ZIP files and workbooks for the tests, also broken and hostile ones that no library would write.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Lies about itself, for hostile files. */
  readonly declaredBytes?: number;
  readonly declaredCrc?: number;
}

/** A ZIP of deflated parts. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(part.declaredCrc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.declaredBytes ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const IN_EXTRA = 0xffff_ffff;

/** The extra field with the 8-byte numbers of an entry that its header leaves open. */
function extra64(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * numbers.length, 2);
  numbers.forEach((number, i) => extra.writeBigUInt64LE(BigInt(number), 4 + 8 * i));
  return extra;
}

/** A ZIP of deflated parts as it is written for more than 4 GB: every size and offset in a zip64 record. */
export function zip64Of(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name, 'utf8');
    const sizes = [part.declaredBytes ?? content.length, packed.length];
    const fields = (extra: Buffer): Buffer => {
      const head = Buffer.alloc(26);
      head.writeUInt16LE(45, 0);
      head.writeUInt16LE(0x0800, 2);
      head.writeUInt16LE(8, 4);
      head.writeUInt32LE(part.declaredCrc ?? crc32(content), 10);
      head.writeUInt32LE(IN_EXTRA, 14);
      head.writeUInt32LE(IN_EXTRA, 18);
      head.writeUInt16LE(name.length, 22);
      head.writeUInt16LE(extra.length, 24);
      return head;
    };
    const here = extra64(sizes);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields(here), name, here, packed]);
    const there = extra64([...sizes, offset]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(IN_EXTRA, 10);
    const start = Buffer.from('PK\u0001\u0002\u002D\u0000', 'latin1');
    directory.push(Buffer.concat([start, fields(there), tail, name, there]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end64 = Buffer.alloc(56);
  end64.write('PK\u0006\u0006', 0, 'latin1');
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  [parts.length, parts.length, central.length, offset].forEach((number, i) =>
    end64.writeBigUInt64LE(BigInt(number), 24 + 8 * i),
  );
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + central.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([...locals, central, end64, locator, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface WorkbookFixture {
  /** XML inside `sheetData` (and after it, see `tail`) of each sheet. */
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: string;
    readonly state?: string;
    readonly tail?: string;
    readonly type?: string;
  }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly extra?: readonly Part[];
  readonly doctype?: string;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

/** The parts of a workbook. */
export function workbookParts(fixture: WorkbookFixture): readonly Part[] {
  const relations = fixture.sheets.map((sheet, i) =>
    relation(`s${i}`, sheet.type ?? 'worksheet', `worksheets/sheet${i}.xml`),
  );
  const sheets = fixture.sheets.map(
    (sheet, i) =>
      `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state === undefined ? '' : ` state="${sheet.state}"`} r:id="s${i}"/>`,
  );
  const parts: Part[] = [
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}">${relation('r', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>${fixture.doctype ?? ''}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${fixture.workbookPr ?? ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}">${relations.join('')}${relation('x1', 'sharedStrings', 'sharedStrings.xml')}${relation('x2', 'styles', 'styles.xml')}</Relationships>`,
    },
    ...fixture.sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i}.xml`,
      content: `<worksheet xmlns="${MAIN}"><sheetData>${sheet.rows}</sheetData>${sheet.tail ?? ''}</worksheet>`,
    })),
  ];
  if (fixture.strings !== undefined) {
    parts.push({
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${MAIN}" uniqueCount="4294967295">${fixture.strings}</sst>`,
    });
  }
  if (fixture.styles !== undefined) {
    parts.push({
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}">${fixture.styles}</styleSheet>`,
    });
  }
  return [...parts, ...(fixture.extra ?? [])];
}

export function workbookOf(fixture: WorkbookFixture): Buffer {
  return zipOf(workbookParts(fixture));
}

/** A row of inline text and number cells. */
export function row(line: number, cells: readonly (string | number)[]): string {
  const xml = cells.map((cell, i) => {
    const reference = `${String.fromCharCode(65 + i)}${line}`;
    return typeof cell === 'number'
      ? `<c r="${reference}"><v>${cell}</v></c>`
      : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${line}">${xml.join('')}</row>`;
}

/** An OLE container with the given stream names in its directory, and nothing in the streams. */
export function oleOf(names: readonly string[]): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from('D0CF11E0A1B11AE1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  const directory = ['Root Entry', ...names].map((name, i) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 64);
    entry[66] = i === 0 ? 5 : 2;
    return entry;
  });
  return Buffer.concat([header, ...directory, Buffer.alloc(2048)]);
}
