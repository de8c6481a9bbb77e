// Writes a long workbook row by row: numbers, dates, shared strings and inline ones. Sizes above 4 GB use zip64.
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { once } from 'node:events';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRINGS = 20_000;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

function smallParts(): readonly (readonly [string, string])[] {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const strings = Array.from(
    { length: STRINGS },
    (_unused, i) => `<si><t>Customer name ${i} &amp; Söhne</t></si>`,
  );
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/sharedStrings.xml', 'sharedStrings')}${override('/xl/styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Long" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
          relation('rId3', 'styles', 'styles.xml'),
      ),
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}" uniqueCount="${STRINGS}">${strings.join('')}</sst>`],
  ];
}

function columnName(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnName((index - rest) / 26 - 1) + letter;
}

/** Six kinds of cells in turn: whole number, shared string, date, amount, shared string, date with time. */
function cellXml(reference: string, row: number, column: number): string {
  switch (column % 6) {
    case 0:
      return `<c r="${reference}"><v>${row * 7 + column}</v></c>`;
    case 2:
      return `<c r="${reference}" s="1"><v>${44_000 + ((row * 13) % 1500)}</v></c>`;
    case 3:
      return `<c r="${reference}"><v>${((row * 7919) % 100_000) / 100}</v></c>`;
    case 5:
      return `<c r="${reference}" s="1"><v>${44_000 + ((row * 17) % 1500)}.5</v></c>`;
    default:
      return `<c r="${reference}" t="s"><v>${(row * 31 + column) % STRINGS}</v></c>`;
  }
}

function* sheetXml(rows: number, columns: number): Generator<string> {
  const names = Array.from({ length: columns }, (_unused, i) => columnName(i));
  yield `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><dimension ref="A1:${names.at(-1)}${rows + 1}"/><sheetData>`;
  const header = names.map((name) => `<c r="${name}1" t="inlineStr"><is><t>Column ${name}</t></is></c>`);
  yield `<row r="1">${header.join('')}</row>`;
  for (let row = 1; row <= rows; row++) {
    let xml = `<row r="${row + 1}">`;
    for (let i = 0; i < columns; i++) xml += cellXml(`${names[i]}${row + 1}`, row, i);
    yield `${xml}</row>`;
  }
  yield '</sheetData></worksheet>';
}

interface Entry {
  readonly name: string;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const isBig = ({ size, packed }: Pick<Entry, 'size' | 'packed'>): boolean =>
  Math.max(size, packed) > 0xfffffffe;

/** Local header, always with room for the zip64 field, because sizes are filled in afterwards. */
function localHeader(entry: Omit<Entry, 'offset'>): Buffer {
  const { name, crc, packed, size } = entry;
  const header = Buffer.alloc(30 + name.length + 20);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(isBig(entry) ? 0xffffffff : packed, 18);
  header.writeUInt32LE(isBig(entry) ? 0xffffffff : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(20, 28);
  header.write(name, 30, 'latin1');
  header.writeUInt16LE(isBig(entry) ? 1 : 0x4343, 30 + name.length); // an id that nobody knows is skipped
  header.writeUInt16LE(16, 32 + name.length);
  header.writeBigUInt64LE(BigInt(size), 34 + name.length);
  header.writeBigUInt64LE(BigInt(packed), 42 + name.length);
  return header;
}

function directoryRecord(entry: Entry): Buffer {
  const { name, size, packed, offset } = entry;
  const big = isBig(entry) || offset > 0xfffffffe;
  const record = Buffer.alloc(46 + name.length + (big ? 28 : 0));
  record.write('PK\u0001\u0002', 'latin1');
  record.writeUInt16LE(45, 4);
  localHeader(entry).copy(record, 6, 4, 28);
  record.writeUInt16LE(big ? 28 : 0, 30);
  record.writeUInt32LE(big ? 0xffffffff : offset, 42);
  record.write(name, 46, 'latin1');
  if (!big) return record;
  record.fill(0xff, 20, 28);
  record.writeUInt16LE(1, 46 + name.length);
  record.writeUInt16LE(24, 48 + name.length);
  record.writeBigUInt64LE(BigInt(size), 50 + name.length);
  record.writeBigUInt64LE(BigInt(packed), 58 + name.length);
  record.writeBigUInt64LE(BigInt(offset), 66 + name.length);
  return record;
}

function directoryOf(entries: readonly Entry[], offset: number): Buffer {
  const directory = Buffer.concat(entries.map(directoryRecord));
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  if (offset + directory.length < 0xffffffff) {
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([directory, end]);
  }
  const end64 = Buffer.alloc(56 + 20);
  end64.write('PK\u0006\u0006', 'latin1');
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(entries.length), 24);
  end64.writeBigUInt64LE(BigInt(entries.length), 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  end64.write('PK\u0006\u0007', 56, 'latin1');
  end64.writeBigUInt64LE(BigInt(offset + directory.length), 64);
  end64.writeUInt32LE(1, 72);
  end.fill(0xff, 8, 20);
  return Buffer.concat([directory, end64, end]);
}

/** Writes `rows` records of `columns` cells below a header. Memory is bounded. */
export async function writeLongXlsx(path: string, rows: number, columns: number): Promise<void> {
  const out = createWriteStream(path);
  let offset = 0;
  const entries: Entry[] = [];
  const put = async (bytes: Buffer): Promise<void> => {
    offset += bytes.length;
    if (!out.write(bytes)) await once(out, 'drain');
  };
  for (const [name, text] of smallParts()) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const entry = { name, crc: crc32(content), packed: packed.length, size: content.length, offset };
    entries.push(entry);
    await put(localHeader(entry));
    await put(packed);
  }
  const name = 'xl/worksheets/sheet1.xml';
  const start = offset;
  await put(localHeader({ name, crc: 0, packed: 0, size: 0 }));
  const sheet = await putPacked(sheetXml(rows, columns), put);
  const entry = { name, offset: start, ...sheet };
  await put(directoryOf([...entries, entry], offset));
  out.end();
  await once(out, 'close');
  const file = await open(path, 'r+');
  await file.write(localHeader(entry), 0, undefined, start);
  await file.close();
}

async function putPacked(
  texts: Iterable<string>,
  put: (bytes: Buffer) => Promise<void>,
): Promise<{ readonly crc: number; readonly packed: number; readonly size: number }> {
  const deflate = createDeflateRaw({ level: 1 });
  let packed = 0;
  const written = (async () => {
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      packed += chunk.length;
      await put(chunk);
    }
  })();
  let crc = 0;
  let size = 0;
  let pending = '';
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(pending);
    pending = '';
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  };
  for (const text of texts) {
    pending += text;
    if (pending.length > 1 << 20) await flush();
  }
  await flush();
  deflate.end();
  await written;
  return { crc, packed, size };
}
