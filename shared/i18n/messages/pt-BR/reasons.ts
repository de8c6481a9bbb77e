// Why a type or role is proposed for a column: half a sentence that follows the proposal.
import type { Translated } from '../../translated.ts';
import type { reasons as en } from '../en/reasons.ts';

export const reasons = {
  headerWord: 'o cabeçalho diz “{word}”',
  checksum: 'os valores têm dígitos verificadores de {word}',
  emailShape: 'os valores parecem endereços de e-mail',
  phoneShape: 'os valores parecem telefones',
  nameShape: 'os valores parecem nomes de pessoas',
  streetShape: 'os valores parecem endereços',
  scaleShape: 'as respostas seguem uma escala de {word}',
  dateShape: 'os valores são datas',
  numberShape: 'os valores são números',
  moneyShape: 'os valores parecem quantias em dinheiro',
  booleanWords: 'há só duas respostas, sim e não',
  fewDistinct: 'há poucos valores diferentes',
  allDistinct: 'todos os valores são diferentes',
  leadingZeros: 'alguns valores começam com zero',
  longText: 'os valores são texto livre',
  constant: 'há um único valor',
  empty: 'não há valores',
  remembered: 'escolhido antes para um arquivo com este formato',
} satisfies Translated<typeof en>;
