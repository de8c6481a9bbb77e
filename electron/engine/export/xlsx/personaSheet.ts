// Personas phrase by phrase, each with whose wording it is and what it rests on.
import type { Persona, PersonaPhrase } from '../../../../shared/model/persona.ts';
import { segmentOf, type PlanReport } from '../report.ts';
import { evidenceLabel, type Words } from '../words.ts';
import { number, text, type XlsxCell, type XlsxSheet } from './port.ts';

const COLUMNS = [
  ['persona', 18],
  ['segment', 30],
  ['section', 18],
  ['phrase', 60],
  ['origin', 16],
  ['support', 14],
  ['evidence', 32],
  ['index', 9],
  ['indexLow', 9],
  ['indexHigh', 9],
  ['count', 10],
] as const;

export function personaSheet(report: PlanReport, words: Words): XlsxSheet {
  const { t } = words;
  const header = COLUMNS.map(([name], index) =>
    text(t(`exports.column.${name}`), index < 7 ? 'header' : 'headerRight'),
  );
  return {
    name: t('exports.sheet.personas'),
    widths: COLUMNS.map(([, width]) => width),
    frozen: { rows: 1, columns: 1 },
    rows: [header, ...report.personas.flatMap((persona) => personaRows(report, persona, words))],
  };
}

function personaRows(report: PlanReport, persona: Persona, words: Words): (XlsxCell | null)[][] {
  const { t } = words;
  const start = [
    text(persona.name, 'strong'),
    text(segmentOf(report, persona.segmentId)?.name ?? '', 'text'),
  ];
  const rows = persona.sections.flatMap(({ section, phrases }) =>
    phrases.map((phrase) => [
      ...start,
      text(t(`exports.part.${section}`), 'text'),
      text(phrase.text, 'wrap'),
      text(t(phrase.edited ? 'exports.page.edited' : 'exports.page.drafted'), 'muted'),
      ...supportCells(phrase, words),
    ]),
  );
  const wording = t(persona.quote.edited ? 'exports.page.quoteEdited' : 'exports.page.quoteDrafted');
  const quote = [
    text(t('exports.part.quote'), 'text'),
    text(persona.quote.text, 'wrap'),
    text(wording, 'wrap'),
  ];
  return persona.quote.text === '' ? rows : [...rows, [...start, ...quote]];
}

/** The strongest statement of a phrase; an own phrase without any has empty cells. */
function supportCells(phrase: PersonaPhrase, words: Words): (XlsxCell | null)[] {
  const support = text(words.t(`exports.support.${phrase.support}`), 'text');
  const evidence = phrase.evidence[0];
  if (evidence === undefined) return phrase.edited ? [] : [support];
  return [
    support,
    text(evidenceLabel(evidence), 'text'),
    number(evidence.index, 'integer'),
    number(evidence.indexLow, 'integer'),
    number(evidence.indexHigh, 'integer'),
    number(evidence.n, 'integer'),
  ];
}
