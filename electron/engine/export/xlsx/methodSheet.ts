// The method appendix as a sheet: settings, seed, quality of the segmentation, and where every default came from.
import { methodLines, sourceLines } from '../method.ts';
import type { PlanReport } from '../report.ts';
import type { Words } from '../words.ts';
import { number, text, type XlsxCell, type XlsxSheet } from './port.ts';

export function methodSheet(report: PlanReport, words: Words): XlsxSheet {
  const { t } = words;
  const header = [text(t('exports.column.setting'), 'header'), text(t('exports.column.value'), 'header')];
  const settings = methodLines(report, words).map(({ label, shown, value }): (XlsxCell | null)[] => [
    text(label, 'text'),
    value === undefined
      ? text(shown, 'wrap')
      : number(value, Number.isInteger(value) ? 'integer' : 'decimal'),
  ]);
  const sources = sourceLines(report, words).map(({ label, sources: notes }) => [
    text(label, 'text'),
    text(notes.join('\n'), 'wrap'),
  ]);
  const notes = report.notes.map((note) => [null, text(note, 'wrap')]);
  return {
    name: t('exports.sheet.method'),
    widths: [36, 90],
    frozen: { rows: 1, columns: 0 },
    rows: [
      header,
      ...settings,
      [],
      [text(t('exports.column.sources'), 'header'), text('', 'header')],
      ...sources,
      ...(notes.length === 0
        ? []
        : [[], [text(t('exports.page.notes'), 'header'), text('', 'header')], ...notes]),
    ],
  };
}
