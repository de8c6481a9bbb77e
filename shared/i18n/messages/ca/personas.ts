import type { personas as en } from '../en/personas.ts';
import type { Translated } from '../../translated.ts';

export const personas = {
  title: 'Persones',
  tabs: 'Persones per segment',
  fadingCount:
    '{count, plural, one {# frase ha perdut suport} many {# de frases han perdut suport} other {# frases han perdut suport}}',
  notDrafted: 'sense redactar',
  draftAll:
    '{count, plural, one {Redacta # persona} many {Redacta # de persones} other {Redacta # persones}}',
  draftOne: 'Redacta aquesta persona',
  redraft: 'Torna a redactar',
  redraftOne: 'Torna a redactar {name}',
  redraftAll: 'Torna a redactar-les totes',
  redraftTitle: 'Voleu substituir el vostre text?',
  redraftText:
    '{count, plural, one {# frase pròpia se substituirà per una redacció nova.} many {# de frases pròpies se substituiran per redaccions noves.} other {# frases pròpies se substituiran per redaccions noves.}} Desfer recupera el text anterior.',
  drafting: 'S’estan redactant les persones',
  export: 'Exporta',
  emptyTitle: 'Encara no hi ha persones',
  emptyText:
    'Cada persona es redacta a partir de les xifres del segment. Cada frase mostra en què es basa i es pot reescriure.',
  oneEmptyTitle: 'Encara no hi ha persona per a {name}',
  oneEmptyText: 'Es redacta a partir del que distingeix aquest segment de tothom.',
  cannotShow: 'No s’han pogut llegir les persones',
  card: 'Fitxa de la persona',
  name: 'Nom de la persona',
  openSegment: 'Obre el segment {name}',
  standsFor:
    'Representa {count, plural, one {# client} many {# de clients} other {# clients}}, el {share} del total',
  standsForRevenue:
    'Representa {count, plural, one {# client} many {# de clients} other {# clients}}, el {share} del total i el {revenue} dels ingressos',
  byRules: 'Redactada per regles a partir de l’evidència',
  illustration: 'Només il·lustració',
  portrait: 'Retrat de {name}, una il·lustració',
  phrase: 'Frase',
  quote: 'Cita',
  own: 'Redacció pròpia',
  former: 'Xifres anteriors',
  restore: 'Restaura la redacció original',
  remove: 'Elimina aquesta frase',
  evidenceCount: 'n {count}',
  fadingNote:
    '{count, plural, one {# frase ja no té un suport ferm. Reescriviu-la o elimineu-la.} many {# de frases ja no tenen un suport ferm. Reescriviu-les o elimineu-les.} other {# frases ja no tenen un suport ferm. Reescriviu-les o elimineu-les.}}',
  evidence: 'Evidències',
  evidenceNote: 'tothom = 100; intervals del 95\u00a0%',
  filter: 'Evidències que es mostren',
  all: 'Totes: {count, number}',
  fading: 'S’afebleixen: {count, number}',
  restsOn: 'Es basa en',
  axis: 'Índex a escala',
  dot: '{name}: índex {index}, interval {interval}',
  supports: { firm: 'Ferm', fading: 'S’afebleix', weak: 'Feble' },
  leftOut: 'Ha quedat fora',
  leftOutNote: 'sense prou suport',
  leftOutNone: 'No ha calgut descartar res del que s’havia redactat.',
  cannotSay: 'Les dades no ho diuen',
  cannotSayNote: 'cal preguntar-ho',
} satisfies Translated<typeof en>;
