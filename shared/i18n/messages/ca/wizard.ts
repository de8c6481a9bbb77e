import type { Translated } from '../../translated.ts';
import type { wizard as source } from '../en/wizard.ts';

export const wizard: Translated<typeof source> = {
  known: {
    file: 'Aquest fitxer ja és al projecte, com a «{name}», importat el {date}.',
    again: 'Importa’l igualment',
    shape: 'Les columnes són les de «{name}», importat el {date}.',
    choice: 'Què és aquest fitxer',
    into: 'Dades noves per a «{name}»',
    separate: 'Una font a part',
    state: 'ja és al projecte',
  },
  layout: {
    remember: 'Recorda aquest format',
    menu: 'Fes servir un format desat',
    heading: 'Formats desats',
    auto: 'El que hi encaixi',
    none: 'Cap, torna a detectar',
    entry: '{name}, {count, plural, one {# columna} other {# columnes}}',
    forget: 'Oblida «{name}»',
    applied:
      'Llegit com «{name}»: se’n coneixen {matched, number} de {count, plural, one {# columna} other {# columnes}}.',
  },
  check: {
    running: 'Comprovant totes les files',
    accepted: '{count, plural, one {# fila acceptada} other {# files acceptades}}',
    rejected:
      '{count, plural, one {# rebutjada, desada amb el motiu} other {# rebutjades, desades amb el motiu}}',
    summary:
      '{rejected, plural, =0 {cap fila rebutjada} one {# fila rebutjada} other {# files rebutjades}} de les {count, number}; la previsualització de dalt és el que s’importarà',
  },
  fold: '{count, plural, one {# línia més com aquestes} other {# línies més com aquestes}}',
  unfold: 'Mostra les primeres {count, number}',
  view: {
    label: 'Com es mostren els valors',
    read: 'Com es llegeix',
    file: 'Com al fitxer',
  },
  values: {
    yes: 'sí',
    no: 'no',
  },
  column: {
    open: 'Detalls de {column}',
    inFile: 'Al fitxer',
    distribution: 'Distribució',
    examples: 'Exemples',
    issues: 'Avisos d’aquesta columna',
    why: 'Per què es llegeix així',
    different: 'Valors diferents',
    atLeast: 'més de {count, number}',
    invalid: 'Rebutjades aquí',
    hidden: 'Els valors estan ocults: aquesta columna conté dades personals.',
  },
  detection: {
    why: 'Per què?',
    title: 'Com s’ha determinat la lectura',
    text: 'Determinat amb la primera part del fitxer. Tot es pot canviar en aquesta línia; la previsualització i la importació fan servir els mateixos ajustos.',
    sure: '{value}, {share} de certesa',
    next: '{first}; segona opció {second}',
    mine: '{value}, fixat per vós',
  },
  issues: {
    save: 'Desa la llista',
    saved: 'Desat com a {name}.',
    fileName: '{file} avisos',
    goTo: 'Ves a la línia {line} de la previsualització',
    panes: 'Sota la previsualització',
    tab: 'Avisos',
  },
  join: {
    tab: 'Unió',
    title: 'Com encaixen les taules',
    note: 'per la clau de client',
    part: 'de les primeres {count, number} files de cada taula',
    tables: 'Taules',
    both: 'Claus a totes dues',
    onlyA: 'Només a «{name}»',
    examples: 'per exemple {keys}',
    none: 'Cap clau és a totes dues taules. Reviseu les columnes de clau de client: els zeros inicials o els prefixos poden diferir.',
    waiting: 'Responeu primer les preguntes de cada fitxer; després es comparen les taules.',
    one: 'Una sola taula. Afegiu un altre fitxer per veure com encaixen.',
  },
  sheets: {
    add: 'Importa més fulls',
    size: '{name}, {rows, plural, one {# fila} other {# files}}',
    all: 'Tots els que tenen files',
  },
};
