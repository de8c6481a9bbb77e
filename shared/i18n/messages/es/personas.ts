import type { personas as en } from '../en/personas.ts';
import type { Translated } from '../../translated.ts';

export const personas = {
  title: 'Personas',
  tabs: 'Personas por segmento',
  fadingCount:
    '{count, plural, one {# frase ha perdido respaldo} many {# de frases han perdido respaldo} other {# frases han perdido respaldo}}',
  notDrafted: 'sin redactar',
  draftAll:
    '{count, plural, one {Redactar # persona} many {Redactar # de personas} other {Redactar # personas}}',
  draftOne: 'Redactar esta persona',
  redraft: 'Volver a redactar',
  redraftOne: 'Volver a redactar {name}',
  redraftAll: 'Volver a redactar todas',
  redraftTitle: '¿Sustituir su texto?',
  redraftText:
    '{count, plural, one {# frase propia se sustituirá por una nueva redacción.} many {# de frases propias se sustituirán por nuevas redacciones.} other {# frases propias se sustituirán por nuevas redacciones.}} Deshacer recupera el texto anterior.',
  drafting: 'Redactando personas',
  export: 'Exportar',
  emptyTitle: 'Todavía no hay personas',
  emptyText:
    'Cada persona se redacta a partir de las cifras del segmento. Cada frase muestra en qué se basa y se puede reescribir.',
  oneEmptyTitle: 'Todavía no hay persona para {name}',
  oneEmptyText: 'Se redacta a partir de lo que distingue a este segmento de todos.',
  cannotShow: 'No se han podido leer las personas',
  card: 'Ficha de la persona',
  name: 'Nombre de la persona',
  openSegment: 'Abrir el segmento {name}',
  standsFor:
    'Representa a {count, plural, one {# cliente} many {# de clientes} other {# clientes}}, el {share} del total',
  standsForRevenue:
    'Representa a {count, plural, one {# cliente} many {# de clientes} other {# clientes}}, el {share} del total y el {revenue} de los ingresos',
  byRules: 'Redactada por reglas a partir de la evidencia',
  illustration: 'Solo ilustración',
  portrait: 'Retrato de {name}, una ilustración',
  phrase: 'Frase',
  quote: 'Cita',
  own: 'Redacción propia',
  former: 'Cifras anteriores',
  restore: 'Restaurar la redacción original',
  remove: 'Quitar esta frase',
  evidenceCount: 'n {count}',
  fadingNote:
    '{count, plural, one {# frase ya no tiene un respaldo firme. Conviene reescribirla o quitarla.} many {# de frases ya no tienen un respaldo firme. Conviene reescribirlas o quitarlas.} other {# frases ya no tienen un respaldo firme. Conviene reescribirlas o quitarlas.}}',
  evidence: 'Evidencias',
  evidenceNote: 'todos = 100; intervalos del 95\u00a0%',
  filter: 'Evidencias mostradas',
  all: 'Todas: {count, number}',
  fading: 'Se debilitan: {count, number}',
  restsOn: 'Se basa en',
  axis: 'Índice a escala',
  dot: '{name}: índice {index}, intervalo {interval}',
  supports: { firm: 'Firme', fading: 'Se debilita', weak: 'Débil' },
  leftOut: 'Quedó fuera',
  leftOutNote: 'sin respaldo suficiente',
  leftOutNone: 'No hubo que descartar nada de lo redactado.',
  cannotSay: 'Los datos no lo dicen',
  cannotSayNote: 'conviene preguntarlo',
} satisfies Translated<typeof en>;
