// Month names and their usual abbreviations in the five languages, lower case, to 1..12.

const NAMES: readonly (readonly string[])[] = [
  'january jan enero ene janeiro gener gen января январь янв',
  'february feb febrero fevereiro fev febrer febr февраля февраль фев февр',
  'march mar marzo março març мар марта март',
  'april apr abril abr апреля апрель апр',
  'may mayo maio mai maig мая май',
  'june jun junio junho juny июня июнь июн',
  'july jul julio julho juliol июля июль июл',
  'august aug agosto ago agost ag августа август авг',
  'september sep sept septiembre set setembro setembre сентября сентябрь сен сент',
  'october oct octubre outubro out octubre oct октября октябрь окт',
  'november nov noviembre novembro novembre ноября ноябрь ноя нояб',
  'december dec diciembre dic dezembro dez desembre des декабря декабрь дек',
].map((line) => line.split(' '));

export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
