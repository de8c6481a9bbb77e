// XLS and XLSB, read by a disposable process (see sandbox.ts) and taken over line by line.
import { AppError } from '../../../../shared/errors.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import type { Sheet } from '../../../../shared/model/inspection.ts';
import type { IssueTally } from '../issueTally.ts';
import type { OpenedFile } from '../openFile.ts';
import type { RawRecord } from '../rawRecord.ts';
import type { BookSheet, OpenBook, SheetPiece } from '../sheets/book.ts';
import type { FromLegacy, ToLegacy } from './messages.ts';
import { Sandbox, type SandboxLimits } from './sandbox.ts';

const PIECE_ROWS = 2000;
/** Larger files cannot be parsed within the memory that is given. */
const LARGEST_MB = 256;

export class OpenLegacy implements OpenBook {
  readonly format: 'xls' | 'xlsb';
  readonly sheets: readonly Sheet[];
  readonly #sandbox: Sandbox;
  readonly #fileName: string;

  private constructor(format: 'xls' | 'xlsb', sandbox: Sandbox, sheets: readonly Sheet[], fileName: string) {
    this.format = format;
    this.sheets = sheets;
    this.#sandbox = sandbox;
    this.#fileName = fileName;
  }

  /** @throws AppError XLS-TOO-LARGE, XLSX-DAMAGED, XLSX-ENCRYPTED. */
  static async open(
    file: OpenedFile,
    format: 'xls' | 'xlsb',
    limits: SandboxLimits = {},
  ): Promise<OpenLegacy> {
    const { fileName } = file;
    if (file.storedBytes > LARGEST_MB << 20) {
      throw new AppError('XLS-TOO-LARGE', { limit: `${LARGEST_MB} MB` }, { file: fileName });
    }
    const sandbox = new Sandbox(fileName, limits);
    try {
      const ask: ToLegacy = { path: file.path };
      sandbox.send(ask);
      const answer = parse(await sandbox.line(), fileName);
      if (Array.isArray(answer) || !('sheets' in answer)) throw damaged(fileName);
      return new OpenLegacy(format, sandbox, answer.sheets, fileName);
    } catch (error) {
      sandbox.close();
      throw error;
    }
  }

  sizeOf(sheet: BookSheet): Sheet | undefined {
    return this.sheets.find((one) => one === sheet);
  }

  close(): void {
    this.#sandbox.close();
  }

  async *rows(sheet: BookSheet, tally: IssueTally): AsyncGenerator<SheetPiece> {
    const size = this.sizeOf(sheet);
    const ask: ToLegacy = { sheet: this.sheets.findIndex((one) => one === sheet) };
    this.#sandbox.send(ask);
    let rows: RawRecord[] = [];
    let read = 0;
    for (;;) {
      const message = parse(await this.#sandbox.line(), this.#fileName);
      if (!isRow(message)) {
        if ('issues' in message) message.issues.forEach((issue) => takeOver(issue, tally));
        break;
      }
      const [line, cells, formatted] = message;
      rows.push({ line, cells, flaw: null, ...(formatted.length === 0 ? {} : { formatted }) });
      if (rows.length < PIECE_ROWS) continue;
      read += rows.length;
      yield { rows, share: Math.min(1, read / Math.max(1, size?.rows ?? 1)), dimension: undefined };
      rows = [];
    }
    yield { rows, share: 1, dimension: undefined };
  }
}

function isRow(message: FromLegacy): message is Extract<FromLegacy, readonly unknown[]> {
  return Array.isArray(message);
}

/** The lines one by one, because a tally keeps the first few. */
function takeOver({ code, severity, args, count = 1, lines = [] }: Issue, tally: IssueTally): void {
  const [first, ...others] = lines;
  tally.add(code, severity, {
    args,
    count: count - others.length,
    ...(first === undefined ? {} : { line: first }),
  });
  for (const line of others) tally.add(code, severity, { line });
}

function damaged(fileName: string): AppError {
  return new AppError('XLSX-DAMAGED', { part: 'xls' }, { file: fileName });
}

function parse(line: string, fileName: string): FromLegacy {
  let message: FromLegacy;
  try {
    message = JSON.parse(line) as FromLegacy;
  } catch {
    throw damaged(fileName);
  }
  if (!isRow(message) && 'error' in message) {
    throw new AppError(message.error, { part: 'xls' }, { file: fileName });
  }
  return message;
}
