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
    title: 'Vols esborrar el client {key}?',
    goes: '{count, plural, one {# registre} other {# registres}} d’aquest client s’esborraran del fitxer del projecte. No es pot desfer.',
    records: 'Registres a totes les fonts i importacions anteriors, també les files rebutjades.',
    history: 'L’historial: res d’abans d’aquest punt no es podrà desfer.',
    segments: 'Els segments conserven els altres clients; la mida baixa en un.',
    stays:
      'En queda una empremta il·legible de clau, correu i telèfon, perquè un fitxer posterior no torni a portar el client sense avisar.',
    confirm: 'Esborra per sempre',
    back: 'Enrere',
    done: '{count, plural, one {# registre esborrat} other {# registres esborrats}}.',
    copies: 'Les còpies fetes abans d’una actualització encara contenen el client: {files}. Elimineu-les.',
    texts:
      '{count, plural, one {# text vostre esmenta} other {# textos vostres esmenten}} la clau. S’han deixat com estaven.',
  },
};
