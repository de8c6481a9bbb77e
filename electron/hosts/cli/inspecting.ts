// `inspect`: what a file holds, as the import would read it.
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { Place } from '../../../shared/errors.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import type { CliCommand } from './commands.ts';
import { layoutWish } from './layouts.ts';
import { noticeLine, sentenceOf } from './notices.ts';
import { FLAG, parseOptions, printJson, TEXT } from './options.ts';

export const warningOf = (issue: Issue) => ({
  code: issue.code,
  message: sentenceOf(issue),
  ...(issue.lines?.[0] === undefined ? {} : { line: issue.lines[0] }),
  ...(issue.column === undefined ? {} : { column: issue.column }),
  ...(issue.count === undefined ? {} : { count: issue.count }),
});

/** Where in a file an issue is: its first line, where there are several. */
export function placeOf(
  { column, lines }: Pick<Issue, 'column' | 'lines'>,
  { fileName, settings: { sheet } }: Pick<Inspection, 'fileName' | 'settings'>,
): Place {
  const [line] = lines ?? [];
  return {
    file: fileName,
    ...(sheet === undefined ? {} : { sheet }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

function inspectionJson(path: string, inspection: Inspection) {
  const { settings, sheets, columns, issues, kind, asks } = inspection;
  const { format, encoding, delimiter, quote, decimal, thousands, dateOrder, headerRow } = settings;
  return {
    path,
    format,
    encoding,
    delimiter,
    quote,
    decimal,
    thousands,
    dateOrder,
    headerRow,
    kind,
    ...(inspection.layout ? { layout: inspection.layout.name } : {}),
    asks,
    sheets: sheets.map(({ name, rows, columns: count, hidden }) => ({ name, rows, columns: count, hidden })),
    columns: columns.map(({ name, type, role, criterion, confidence, missing }) => ({
      name,
      type,
      role,
      criterion,
      confidence,
      missing,
    })),
    warnings: issues.map(warningOf),
  };
}

export const inspectCommand: CliCommand = async (engine, argv) => {
  const { words, text, flag } = parseOptions(
    argv,
    { sheet: TEXT, layout: TEXT, json: FLAG },
    { least: 1, most: 1000 },
  );
  const wish = await layoutWish(engine, text('layout'));
  const sheet = text('sheet');
  const overrides = sheet === undefined ? {} : { sheet };
  const files: ReturnType<typeof inspectionJson>[] = [];
  const lines: string[][] = [];
  for (const path of words) {
    const inspection = await engine.client.sources.inspect({
      file: await engine.file(path),
      overrides,
      ...wish,
    });
    files.push(inspectionJson(path, inspection));
    lines.push(inspection.issues.map((issue) => noticeLine('!', issue, placeOf(issue, inspection))));
  }
  if (flag('json')) return printJson({ files });
  for (const [at, file] of files.entries()) {
    process.stdout.write(
      `${file.path}: ${file.format}, ${file.encoding}, ${JSON.stringify(file.delimiter)}, ${file.kind}\n`,
    );
    for (const column of file.columns)
      process.stdout.write(`  ${column.name}: ${column.type}, ${column.role}\n`);
    for (const line of lines[at] ?? []) process.stdout.write(line);
  }
};
