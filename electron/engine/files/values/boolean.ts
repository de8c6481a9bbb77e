// Yes and no in the five languages, and the usual one-letter and numeric forms.
import { isMissingValue } from './missing.ts';

const YES: ReadonlySet<string> = new Set([
  '1',
  'true',
  't',
  'yes',
  'y',
  'sim',
  'sí',
  'si',
  's',
  'да',
  'д',
  'verdadeiro',
  'verdadero',
  'истина',
  'vertader',
  'cert',
  'on',
  'x',
  '✓',
]);
const NO: ReadonlySet<string> = new Set([
  '0',
  'false',
  'f',
  'no',
  'n',
  'não',
  'nao',
  'нет',
  'н',
  'falso',
  'ложь',
  'fals',
  'off',
]);

/**
 * Reads a yes/no answer in any of the five languages.
 * @returns the answer; null when missing; undefined for any other word.
 */
export function parseBoolean(text: string): boolean | null | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  return isMissingValue(text) ? null : undefined;
}
