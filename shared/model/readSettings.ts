// How a file is read: what is detected, shown and changeable, and kept with the source.
import { z } from 'zod';

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export const DateOrder = z.enum(DATE_ORDERS);
export type DateOrder = z.infer<typeof DateOrder>;

/** `csv` is every kind of delimited text, also inside a gzip or zip file; XLSM is `xlsx`. */
export const FILE_FORMATS = ['csv', 'xlsx', 'ods', 'xls', 'xlsb'] as const;
export const FileFormat = z.enum(FILE_FORMATS);
export type FileFormat = z.infer<typeof FileFormat>;

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'koi8-r',
  'cp866',
  'cp850',
  'macintosh',
  'x-mac-cyrillic',
  'shift_jis',
  'gb18030',
] as const;
export const Encoding = z.enum(ENCODINGS);
export type Encoding = z.infer<typeof Encoding>;

/**
 * How a file is read. The same settings drive the preview and the import, so they cannot differ.
 * `headerRow` is the 1-based record that holds the headers; 0 = the file has none.
 */
export const ReadSettings = z.strictObject({
  format: FileFormat,
  sheet: z.string().optional(),
  encoding: Encoding,
  delimiter: z.string().max(3),
  quote: z.enum(['"', "'", '']),
  escape: z.enum(['"', "'", '\\', '']),
  headerRow: z.number().int().min(0).max(1000),
  decimal: z.enum(['.', ',']),
  thousands: z.enum(['', '.', ',', ' ', "'"]),
  dateOrder: DateOrder,
  /** How many rows, ending with `headerRow`, are merged into one name per column; left out = 1. */
  headerRows: z.number().int().min(1).max(3).optional(),
  /** What happens to a totals row at the end of the table: an ordinary record, or a rejected one (`TOTALS-LEFT-OUT`). */
  totals: z.enum(['keep', 'leaveOut']).optional(),
  /**
   * Exactly these words (case and outer spaces aside) stand for a missing value; left out = `NULL_WORDS`. The short ones
   * (`SHORT_NULL_WORDS`) count only where a number, date or yes/no is expected. An empty cell is always missing.
   */
  nullWords: z.array(z.string().min(1).max(100)).max(200).optional(),
  /** Turn text that was encoded as UTF-8 twice back, cell by cell, where that can be reversed. */
  repairDoubleEncoding: z.boolean().optional(),
  /** The physical line (from 1) on which the table starts: a second table of a file; `headerRow` counts from there. */
  startLine: z.number().int().min(1).optional(),
  /** 0-based positions of the columns to propose, where a file has more than a project holds (1,990); left out = all. */
  keepColumns: z.array(z.number().int().min(0)).max(1990).optional(),
  /**
   * Of a workbook's columns (by 0-based position): whether numbers that their format shows otherwise (`00000`) are loaded
   * as shown or as stored. A column left out: as shown where the format is one of codes, else as stored.
   */
  numbersShown: z.record(z.string().regex(/^\d{1,5}$/), z.boolean()).optional(),
});
export type ReadSettings = z.infer<typeof ReadSettings>;
/** Text as programs write it for programs. */
export const PLAIN_CSV: ReadSettings = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  escape: '"',
  headerRow: 1,
  decimal: '.',
  thousands: '',
  dateOrder: 'ymd',
};
/** What the analyst changed by hand; everything else is detected. */
export const ReadOverrides = ReadSettings.partial();
export type ReadOverrides = z.infer<typeof ReadOverrides>;

/** Words that stand for no value in any column but free text: lower case, as they are compared. */
export const NULL_WORDS = [
  'null',
  'n/a',
  '#n/a',
  '(null)',
  '\\n',
  'n/d',
  's/d',
  'n.d.',
  's.d.',
  'н/д',
  'н.д.',
  'нет данных',
  'não informado',
  'sem dados',
  'sin datos',
  'sense dades',
] as const;
/** Too short to mean only that: missing where a number, date or yes/no is expected, else text ("NA" may be a name). */
export const SHORT_NULL_WORDS = ['-', '–', '—', '--', '.', '?', 'na', 'nd', 'sd', 'none', 'nil'] as const;
/** Words that say in a column of e-mails or phones that there is none; elsewhere they may be answers. */
export const CONTACT_NULL_WORDS = [
  'no',
  'no email',
  'no e-mail',
  'no phone',
  'not given',
  'não',
  'não tem',
  'nao tem',
  'não possui',
  'sem email',
  'sem e-mail',
  'sem telefone',
  'sem contato',
  'no tiene',
  'sin email',
  'sin e-mail',
  'sin correo',
  'sin teléfono',
  'no té',
  'sense correu',
  'sense e-mail',
  'sense telèfon',
  'нет',
  'нет почты',
  'нет email',
  'нет e-mail',
  'нет телефона',
  'без почты',
  'отсутствует',
  'не указан',
  'не указано',
] as const;
