// La fitxa d’un client, la cerca i l’esborrament.
import type { Translated } from '../../translated.ts';
import type { customer as en } from '../en/customer.ts';

export const customer: Translated<typeof en> = {
  title: 'Client {key}',
  loading: 'S’està llegint el que se’n sap',
  find: 'Cerca un client',
  key: 'Clau del client',
  found: 'Clients trobats',
  typeKey: 'Escriviu el començament d’una clau.',
  foundCount:
    '{count, plural, =0 {Cap clau coincideix.} one {# clau coincideix.} other {# claus coincideixen.}}',
  alsoKnownAs: 'La mateixa persona que {keys}.',
  unnamed: 'Segment sense nom',
  noSegment: 'Encara en cap segment.',
  notAnalysed: 'Sense comandes: conegut, no segmentat.',
  reached: 'S’hi pot contactar: {channel}',
  notReached: 'Sense contacte: {channel}',
  showPersonal: 'Mostra les dades personals',
  records: '{count, plural, one {# registre} other {# registres}}',
  newest:
    '{count, plural, one {# registre} other {# registres}}, a la llista els {shown, number} més recents',
  empty: 'buit',
  line: 'Línia',
  features: 'Comparat amb tothom',
  feature: 'Variable',
  value: 'Valor',
  rank: 'Per sobre del',
  rankOf: 'Per sobre del {share} dels clients',
  yes: 'sí',
  no: 'no',
  close: 'Tanca',
  erase: {
    start: 'Esborra el client',
    title: 'Voleu esborrar el client {key}?',
    goes: '{count, plural, one {# registre d’aquest client s’esborrarà} other {# registres d’aquest client s’esborraran}} del fitxer del projecte. No es pot desfer.',
    records:
      'Registres a totes les fonts i importacions anteriors, també les files rebutjades i les que tenen una clau antiga.',
    history: 'L’historial: res d’abans d’aquest punt no es podrà desfer.',
    segments: 'Els segments conserven els altres clients; la mida baixa en un.',
    mark: '(esborrat)',
    also: 'Mencions de la clau, el correu, el telèfon o el nom complet en altres registres, notes i textos: al seu lloc hi queda «{mark}».',
    stays:
      'En queda una empremta il·legible de clau, correu, telèfon i nom, perquè un fitxer posterior no torni a portar el client sense avisar.',
    confirm: 'Esborra per sempre',
    back: 'Enrere',
    done: '{count, plural, one {# registre esborrat} other {# registres esborrats}}.',
    report: 'El client {key} s’ha esborrat',
    rejectsDone:
      '{count, plural, one {# registre rebutjat esborrat} other {# registres rebutjats esborrats}}.',
    mentionsDone:
      '{count, plural, =0 {Cap altre text no esmentava el client.} one {# menció en altres textos s’ha substituït per «{mark}».} other {# mencions en altres textos s’han substituït per «{mark}».}}',
    shared:
      '{count, plural, one {# contacte d’un altre client és el mateix i es queda, perquè també és seu.} other {# contactes d’altres clients són els mateixos i es queden, perquè també són seus.}}',
    copies:
      'Les còpies fetes abans d’una actualització encara contenen el client: {files}. Cal eliminar-les a mà.',
  },
};
