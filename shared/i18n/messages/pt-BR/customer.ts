// A ficha de um cliente, a busca e o apagamento.
import type { Translated } from '../../translated.ts';
import type { customer as en } from '../en/customer.ts';

export const customer: Translated<typeof en> = {
  title: 'Cliente {key}',
  loading: 'Lendo o que se sabe',
  find: 'Encontrar um cliente',
  key: 'Chave do cliente',
  found: 'Clientes encontrados',
  typeKey: 'Digite o começo de uma chave.',
  foundCount:
    '{count, plural, =0 {Nenhuma chave corresponde.} one {# chave corresponde.} other {# chaves correspondem.}}',
  alsoKnownAs: 'A mesma pessoa que {keys}.',
  unnamed: 'Segmento sem nome',
  noSegment: 'Ainda em nenhum segmento.',
  notAnalysed: 'Sem pedido: conhecido, não segmentado.',
  reached: 'Pode ser contatado: {channel}',
  notReached: 'Sem contato: {channel}',
  showPersonal: 'Mostrar dados pessoais',
  records: '{count, plural, one {# registro} other {# registros}}',
  newest: '{count, plural, one {# registro} other {# registros}}, os {shown, number} mais recentes na lista',
  empty: 'vazio',
  line: 'Linha',
  features: 'Comparado com todos',
  feature: 'Variável',
  value: 'Valor',
  rank: 'Acima de',
  rankOf: 'Acima de {share} dos clientes',
  yes: 'sim',
  no: 'não',
  close: 'Fechar',
  erase: {
    start: 'Apagar cliente',
    title: 'Apagar o cliente {key}?',
    goes: '{count, plural, one {# registro} other {# registros}} deste cliente serão apagados do arquivo do projeto. Não é possível desfazer.',
    records: 'Registros em todas as fontes e importações anteriores, inclusive linhas rejeitadas.',
    history: 'O histórico: nada anterior a este ponto poderá ser desfeito.',
    segments: 'Os segmentos mantêm os outros clientes; o tamanho diminui em um.',
    stays:
      'Fica uma impressão digital ilegível de chave, e-mail e telefone, para que um arquivo futuro não traga o cliente de volta sem aviso.',
    confirm: 'Apagar de vez',
    back: 'Voltar',
    done: '{count, plural, one {# registro apagado} other {# registros apagados}}.',
    copies: 'Cópias feitas antes de uma atualização ainda contêm o cliente: {files}. Exclua-as você mesmo.',
    texts:
      '{count, plural, one {# texto seu menciona} other {# textos seus mencionam}} a chave. Ficaram como estão.',
  },
};
