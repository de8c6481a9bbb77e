// Why a type or role is proposed for a column: half a sentence that follows the proposal.
import type { ReasonCode } from '../../../model/inspection.ts';

export const reasons = {
  headerWord: 'the header says “{word}”',
  checksum: 'the values pass the check digits of {word}',
  emailShape: 'the values look like e-mail addresses',
  phoneShape: 'the values look like phone numbers',
  nameShape: 'the values look like names of people',
  streetShape: 'the values look like street addresses',
  scaleShape: 'the answers are on a scale of {word}',
  dateShape: 'the values are dates',
  numberShape: 'the values are numbers',
  moneyShape: 'the values look like amounts of money',
  booleanWords: 'there are only two answers, yes and no',
  fewDistinct: 'there are few different values',
  allDistinct: 'every value is different',
  leadingZeros: 'some values start with zero',
  longText: 'the values are free text',
  constant: 'there is only one value',
  empty: 'there are no values',
  remembered: 'chosen before for a file of this shape',
} as const satisfies Record<ReasonCode, string>;
