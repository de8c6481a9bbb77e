// Messages that are rightly the same as in English: names, abbreviations, and words that two languages share.
// A message that is equal and not listed is taken for one that was forgotten.
const NAMES = ['Clientela', 'SMS', 'ROI', 'CSV', 'XLSX', 'HTML', 'JSON', 'Inter', 'SQL', 'PMML', 'Ward'];
const LATIN = [
  ...NAMES,
  '{value} km',
  '{value} pts',
  'Calinski–Harabasz',
  'Davies–Bouldin',
  'Calinski-Harabasz',
  'Davies-Bouldin',
  'km',
  'log',
  'k-means',
  'Total',
];

export const SAME: Readonly<Record<'pt-BR' | 'ru' | 'ca' | 'es', ReadonlySet<string>>> = {
  'pt-BR': new Set([...LATIN, 'E-mail', 'Persona', 'Personas', 'Status']),
  ru: new Set(NAMES),
  ca: new Set([
    'Variable',
    ...LATIN,
    'Cost',
    'Interval',
    'Notes',
    'Part',
    'Persona',
    'Personas',
    'Rectangle',
    'Segment',
    'Segments',
    'no',
    'No',
    'Segment {letter}',
    'segments.csv',
    'segments.json',
    '{k, plural, one {# segment} other {# segments}}',
    '{count, plural, one {# segment} other {# segments}}',
  ]),
  es: new Set(['Variable', ...LATIN, 'Persona', 'Personas', 'Plan', 'no', 'No']),
};
