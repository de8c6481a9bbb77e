import type { personas as en } from '../en/personas.ts';
import type { Translated } from '../../translated.ts';

export const personas = {
  title: 'Personas',
  tabs: 'Personas por segmento',
  fadingCount:
    '{count, plural, one {# frase perdeu sustentação} many {# de frases perderam sustentação} other {# frases perderam sustentação}}',
  notDrafted: 'não redigida',
  draftAll:
    '{count, plural, one {Redigir # persona} many {Redigir # de personas} other {Redigir # personas}}',
  draftOne: 'Redigir esta persona',
  redraft: 'Redigir de novo',
  redraftOne: 'Redigir {name} de novo',
  redraftAll: 'Redigir todas de novo',
  redraftTitle: 'Substituir o seu texto?',
  redraftText:
    '{count, plural, one {# frase sua será substituída por uma nova redação.} many {# de frases suas serão substituídas por novas redações.} other {# frases suas serão substituídas por novas redações.}} Desfazer traz o texto de volta.',
  drafting: 'Redigindo personas',
  export: 'Exportar',
  emptyTitle: 'Nenhuma persona ainda',
  emptyText:
    'Cada persona é redigida a partir dos números do segmento. Cada frase mostra em que se apoia e pode ser reescrita.',
  oneEmptyTitle: 'Ainda não há persona para {name}',
  oneEmptyText: 'Ela é redigida a partir do que diferencia este segmento de todos.',
  cannotShow: 'Não foi possível ler as personas',
  card: 'Ficha da persona',
  name: 'Nome da persona',
  openSegment: 'Abrir o segmento {name}',
  standsFor:
    'Representa {count, plural, one {# cliente} many {# de clientes} other {# clientes}}, {share} do total',
  standsForRevenue:
    'Representa {count, plural, one {# cliente} many {# de clientes} other {# clientes}}, {share} do total e {revenue} da receita',
  byRules: 'Redigida por regras a partir das evidências',
  illustration: 'Apenas ilustração',
  portrait: 'Retrato de {name}, uma ilustração',
  phrase: 'Frase',
  quote: 'Citação',
  own: 'Redação própria',
  former: 'Números anteriores',
  restore: 'Restaurar a redação original',
  remove: 'Remover esta frase',
  evidenceCount: 'n {count}',
  fadingNote:
    '{count, plural, one {# frase já não tem sustentação firme. Reescreva ou remova.} many {# de frases já não têm sustentação firme. Reescreva ou remova.} other {# frases já não têm sustentação firme. Reescreva ou remova.}}',
  evidence: 'Evidências',
  evidenceNote: 'todos = 100; intervalos de 95%',
  filter: 'Evidências exibidas',
  all: 'Todas: {count, number}',
  fading: 'Enfraquecendo: {count, number}',
  restsOn: 'Apoia-se em',
  axis: 'Índice em escala',
  dot: '{name}: índice {index}, intervalo {interval}',
  supports: { firm: 'Firme', fading: 'Enfraquecendo', weak: 'Fraca' },
  leftOut: 'Deixado de fora',
  leftOutNote: 'sem sustentação suficiente',
  leftOutNone: 'Nada do que foi redigido precisou ser descartado.',
  cannotSay: 'Os dados não dizem',
  cannotSayNote: 'pergunte em uma entrevista',
} satisfies Translated<typeof en>;
