// Why a type or role is proposed for a column: half a sentence that follows the proposal.
import type { Translated } from '../../translated.ts';
import type { reasons as en } from '../en/reasons.ts';

export const reasons = {
  headerWord: 'la capçalera diu «{word}»',
  checksum: 'els valors compleixen els dígits de control de {word}',
  emailShape: 'els valors semblen adreces de correu',
  phoneShape: 'els valors semblen telèfons',
  nameShape: 'els valors semblen noms de persones',
  streetShape: 'els valors semblen adreces postals',
  scaleShape: 'les respostes segueixen una escala de {word}',
  dateShape: 'els valors són dates',
  numberShape: 'els valors són nombres',
  moneyShape: 'els valors semblen imports',
  booleanWords: 'només hi ha dues respostes, sí i no',
  fewDistinct: 'hi ha pocs valors diferents',
  allDistinct: 'tots els valors són diferents',
  leadingZeros: 'alguns valors comencen per zero',
  longText: 'els valors són text lliure',
  constant: 'hi ha un sol valor',
  empty: 'no hi ha valors',
  remembered: 'triat abans per a un fitxer amb aquesta forma',
} satisfies Translated<typeof en>;
