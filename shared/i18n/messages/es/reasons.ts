// Why a type or role is proposed for a column: half a sentence that follows the proposal.
import type { Translated } from '../../translated.ts';
import type { reasons as en } from '../en/reasons.ts';

export const reasons = {
  headerWord: 'el encabezado dice «{word}»',
  checksum: 'los valores cumplen los dígitos de control de {word}',
  emailShape: 'los valores parecen direcciones de correo',
  phoneShape: 'los valores parecen teléfonos',
  nameShape: 'los valores parecen nombres de personas',
  streetShape: 'los valores parecen direcciones postales',
  scaleShape: 'las respuestas siguen una escala de {word}',
  dateShape: 'los valores son fechas',
  numberShape: 'los valores son números',
  moneyShape: 'los valores parecen importes',
  booleanWords: 'solo hay dos respuestas, sí y no',
  fewDistinct: 'hay pocos valores distintos',
  allDistinct: 'todos los valores son distintos',
  leadingZeros: 'algunos valores empiezan por cero',
  longText: 'los valores son texto libre',
  constant: 'hay un único valor',
  empty: 'no hay valores',
  remembered: 'elegido antes para un archivo con esta forma',
} satisfies Translated<typeof en>;
