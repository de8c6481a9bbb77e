// `inspect`: what a file holds, as the import would read it.
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import { translatorOf } from '../../../shared/i18n/index.ts';
import type { CliCommand } from './commands.ts';
import { layoutWish } from './layouts.ts';
import { FLAG, parseOptions, printJson, TEXT } from './options.ts';

/** The sentence of an issue or rejection in English, for scripts' logs. */
export function messageOf(issue: {
  readonly code: string;
  readonly args: object;
  readonly count?: number | undefined;
}): string {
  const translate = translatorOf('en') as unknown as (key: string, args: object) => string;
  const count = issue.count === undefined ? {} : { count: issue.count };
  return translate(`issues.${issue.code}`, { ...issue.args, ...count });
}

export const warningOf = (issue: Issue) => ({
  code: issue.code,
  message: messageOf(issue),
  ...(issue.lines?.[0] === undefined ? {} : { line: issue.lines[0] }),
  ...(issue.column === undefined ? {} : { column: issue.column }),
  ...(issue.count === undefined ? {} : { count: issue.count }),
});

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
  const files = [];
  for (const path of words) {
    const inspection = await engine.client.sources.inspect({
      file: await engine.file(path),
      overrides,
      ...wish,
    });
    files.push(inspectionJson(path, inspection));
  }
  if (flag('json')) return printJson({ files });
  for (const file of files) {
    process.stdout.write(
      `${file.path}: ${file.format}, ${file.encoding}, ${JSON.stringify(file.delimiter)}, ${file.kind}\n`,
    );
    for (const column of file.columns)
      process.stdout.write(`  ${column.name}: ${column.type}, ${column.role}\n`);
    for (const warning of file.warnings) process.stdout.write(`  ! ${warning.message}\n`);
  }
};
