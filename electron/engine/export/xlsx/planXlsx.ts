// The campaign plan as a workbook: Plan (live formulas), Segments, Personas, Method.
import type { PlanReport } from '../report.ts';
import { wordsOf } from '../words.ts';
import { methodSheet } from './methodSheet.ts';
import { personaSheet } from './personaSheet.ts';
import { planSheet } from './planSheet.ts';
import { workbookBytes } from './port.ts';
import { segmentSheet } from './segmentSheet.ts';
import { moneyFormatOf } from './styles.ts';

/** The bytes of an XLSX file in the project's language and the campaign's currency. */
export async function planXlsx(report: PlanReport): Promise<Uint8Array> {
  const { locale } = report.project;
  const { currency } = report.campaign;
  const words = wordsOf(locale, currency);
  const plan = planSheet(report, words);
  return workbookBytes({
    title: report.campaign.name,
    sheets: [
      plan.sheet,
      segmentSheet(report, words),
      personaSheet(report, words),
      methodSheet(report, words),
    ],
    names: plan.names,
    moneyFormat: moneyFormatOf(locale, currency),
  });
}
