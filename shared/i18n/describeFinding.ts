// A finding in words: its title, what was found, what it does, and by which rule. The same on screen and in files.
import type { Finding, FindingArgs } from '../model/quality.ts';

/** How values are written in a language; the window and the exports each have their own. */
export interface FindingFigures {
  readonly share: (value: number) => string;
  readonly number: (value: number) => string;
  readonly money: (value: number) => string;
  readonly day: (iso: string) => string;
}

export interface FindingWords {
  readonly title: string;
  readonly found: string;
  readonly effect: string;
  readonly why: string;
  /** `135,080 lines`; empty when nothing is touched. */
  readonly touches: string;
}

/** A translator that takes any key of `quality`. */
export type SayQuality = (key: string, values: Record<string, string | number>) => string;

const SHARES = ['share', 'highShare', 'lowShare', 'highestShare', 'hereShare', 'thereShare'];
const MONEY = ['total', 'ledger', 'difference', 'border'];
const NUMBERS = ['low', 'high', 'greatest', 'least', 'v', 'index', 'median', 'points'];
/** Passed checks that have a figure to tell. */
const TELLING: readonly Finding['code'][] = [
  'newestDate',
  'staleProfiles',
  'fewCustomers',
  'nonResponse',
  'reference',
];

/** A share that would be written as nothing is not nothing. */
const shareText = (value: number, figures: FindingFigures): string =>
  value > 0 && value < 0.001 ? `< ${figures.share(0.001)}` : figures.share(value);

function written(
  args: FindingArgs,
  figures: FindingFigures,
  say: SayQuality,
): Record<string, string | number> {
  const pairs = Object.entries(args).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') {
      if (SHARES.includes(name)) return [name, shareText(value, figures)];
      if (MONEY.includes(name)) return [name, figures.money(value)];
      return [name, NUMBERS.includes(name) || name === 'value' ? figures.number(value) : value];
    }
    if (name === 'date' || (name === 'value' && args['isDate'] === 'yes')) return [name, figures.day(value)];
    return [name, name === 'fault' && value !== '' ? say(`faults.${value}`, {}) : value];
  });
  return Object.fromEntries(pairs);
}

function foundOf(finding: Finding, say: SayQuality, values: Record<string, string | number>): string {
  const { code, severity, args } = finding;
  const tells =
    severity !== 'passed' || TELLING.includes(code) || (code === 'ledger' && args['given'] === 'yes');
  if (tells) return say(`findings.${code}.found`, values);
  const columns = args['columns'];
  return typeof columns === 'number' && columns > 1 ? say('noneIn', { count: columns }) : say('none', {});
}

/** @param say translates keys below `quality` */
export function describeFinding(finding: Finding, say: SayQuality, figures: FindingFigures): FindingWords {
  const { code, severity, column, touches } = finding;
  const values = { column, ...written(finding.args, figures, say) };
  const title = say(`findings.${code}.title`, values);
  return {
    title: column === '' ? title : `${title}: ${column}`,
    found: foundOf(finding, say, values),
    effect: severity === 'passed' ? '' : say(`findings.${code}.effect`, values),
    why: say(`findings.${code}.why`, { scale: 'plain', v: '', ...values }),
    touches: touches && touches.count > 0 ? say(`units.${touches.unit}`, { count: touches.count }) : '',
  };
}
