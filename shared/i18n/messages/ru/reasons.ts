// Why a type or role is proposed for a column: half a sentence that follows the proposal.
import type { Translated } from '../../translated.ts';
import type { reasons as en } from '../en/reasons.ts';

export const reasons = {
  headerWord: 'в заголовке есть «{word}»',
  checksum: 'у значений верные контрольные цифры: {word}',
  emailShape: 'значения похожи на адреса электронной почты',
  phoneShape: 'значения похожи на номера телефонов',
  nameShape: 'значения похожи на имена людей',
  streetShape: 'значения похожи на почтовые адреса',
  scaleShape: 'ответы даны по шкале {word}',
  dateShape: 'значения — даты',
  numberShape: 'значения — числа',
  moneyShape: 'значения похожи на денежные суммы',
  booleanWords: 'всего два ответа, да и нет',
  fewDistinct: 'мало разных значений',
  allDistinct: 'все значения разные',
  leadingZeros: 'некоторые значения начинаются с нуля',
  longText: 'значения — свободный текст',
  constant: 'значение только одно',
  empty: 'значений нет',
  remembered: 'выбрано раньше для файла такого же вида',
} satisfies Translated<typeof en>;
