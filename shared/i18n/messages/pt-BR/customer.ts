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
    goes: '{count, plural, one {# registro deste cliente será apagado} other {# registros deste cliente serão apagados}} do arquivo do projeto. Não é possível desfazer.',
    records:
      'Registros em todas as fontes e importações anteriores, inclusive linhas rejeitadas e sob uma chave antiga.',
    history: 'O histórico: nada anterior a este ponto poderá ser desfeito.',
    segments: 'Os segmentos mantêm os outros clientes; o tamanho diminui em um.',
    mark: '(apagado)',
    also: 'Menções a chave, e-mail, telefone ou nome completo em outros registros, notas e textos: no lugar fica “{mark}”.',
    stays:
      'Fica uma impressão digital ilegível de chave, e-mail, telefone e nome, para que um arquivo futuro não traga o cliente de volta sem aviso.',
    confirm: 'Apagar de vez',
    back: 'Voltar',
    done: '{count, plural, one {# registro apagado} other {# registros apagados}}.',
    report: 'O cliente {key} foi apagado',
    rejectsDone:
      '{count, plural, one {# registro rejeitado apagado} other {# registros rejeitados apagados}}.',
    mentionsDone:
      '{count, plural, =0 {Nenhum outro texto mencionava o cliente.} one {# menção em outros textos foi substituída por “{mark}”.} other {# menções em outros textos foram substituídas por “{mark}”.}}',
    shared:
      '{count, plural, one {# contato de outro cliente é igual e fica, porque também é dele.} other {# contatos de outros clientes são iguais e ficam, porque também são deles.}}',
    copies:
      'Cópias feitas antes de uma atualização ainda contêm o cliente: {files}. Elas precisam ser excluídas manualmente.',
  },
};
