import type { representativeness as en } from '../en/representativeness.ts';
import type { Translated } from '../../translated.ts';

export const representativeness = {
  title: 'Quem está faltando?',
  against: '{variable}, em relação a {name}',
  ownNumbers: 'números próprios',
  variable: 'Variável',
  yours: 'seus clientes',
  reference: 'referência',
  weighted: 'ponderado',
  gap: 'diferença, pontos',
  summary:
    '{variable}: {distance} pontos de distância da referência. Maior diferença em {level}, {gap} pontos.',
  consequence:
    'Pesos limitados a {cap} reduzem a diferença de {before} para {after} pontos; {customers, plural, one {# cliente passa a valer} other {# clientes passam a valer}} como <n>{effective}</n>.',
  inUse:
    'Toda estatística está ponderada, com limite {cap}: a diferença é de {after} pontos em vez de {before}, e {customers, plural, one {# cliente vale} other {# clientes valem}} como <n>{effective}</n>.',
  onlyBase: 'A coluna “{column}” pondera cada cliente.',
  whyEffective:
    'O quadrado da soma dos pesos dividido pela soma dos seus quadrados (Kish). Essa quantidade de clientes com pesos iguais informaria o mesmo.',
  useWeights: 'Usar pesos',
  cap: 'Limite',
  capTimes: '{cap} × a média',
  changes: 'O que os pesos mudam',
  changesNone: 'Os pesos não mudam nenhum outro número.',
  without: 'Sem pesos',
  with: 'Com pesos',
  change: 'Mudança',
  add: 'Adicionar referência',
  edit: 'Editar referência',
  noCustomers:
    'A comparação aparece assim que houver clientes nos dados. Importe uma tabela de clientes ou de pedidos.',
  emptyTitle: 'Ainda sem referência',
  empty:
    'Diga quem seus clientes devem representar, por exemplo as idades de todos que compram o que você vende. A seguir vêm as diferenças e os pesos que as fecham.',
  contradictory:
    'Não dá para cumprir todas estas referências: nenhum peso dos seus clientes chega a elas ao mesmo tempo. Confira as proporções entre si.',
  absent: 'Ninguém aqui em {levels}: os pesos não podem ocupar esse lugar.',
  unwanted: 'A referência não tem ninguém em {levels}: esses clientes contam 0.',
  missing:
    '{count, plural, one {# cliente não tem} other {# clientes não têm}} nível conhecido e {count, plural, one {fica} other {ficam}} com o peso dado pelas outras variáveis.',
  tooFew: 'Clientes de menos para comparar: {count} dos 30 necessários têm nível conhecido.',
  unused: 'Sem uso, porque a variável não existe mais: {variables}.',
  chip: 'Ponderado',
  weightedShare: 'ponderado {share}',
  chipNote:
    'Os números representam a referência: {customers, plural, one {# cliente vale} other {# clientes valem}} como {effective}.',
  yes: 'Sim',
  no: 'Não',
  form: {
    title: 'Distribuição de referência',
    name: 'Quem ela descreve',
    namePlaceholder: 'Todos os compradores de roupas',
    source: 'Fonte',
    level: 'Nível',
    here: 'Aqui',
    share: 'Referência',
    cuts: 'As faixas começam em',
    cutsNote: 'Números separados por espaço, por exemplo 15 25 35',
    addLevel: 'Adicionar nível',
    removeLevel: 'Remover {level}',
    sum: 'Soma {sum}',
    sumNote: 'Proporções, porcentagens ou contagens: juntas, são levadas a 100%.',
    paste: 'Colar duas colunas',
    pasteNote: 'Um nível e sua proporção por linha',
    takeOver: 'Aplicar',
    file: 'De um arquivo',
    unreadable:
      '{count, plural, one {Linha {lines} não lida} other {Linhas {lines} não lidas}}: sem nível ou sem número.',
    save: 'Salvar referência',
    remove: 'Remover referência',
  },
} as const satisfies Translated<typeof en>;
