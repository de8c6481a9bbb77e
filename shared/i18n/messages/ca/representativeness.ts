import type { representativeness as en } from '../en/representativeness.ts';
import type { Translated } from '../../translated.ts';

export const representativeness = {
  title: 'Qui hi falta?',
  against: '{variable}, respecte de {name}',
  ownNumbers: 'xifres pròpies',
  variable: 'Variable',
  yours: 'els vostres clients',
  reference: 'referència',
  weighted: 'ponderat',
  gap: 'diferència, punts',
  summary: '{variable}: a {distance} punts de la referència. La diferència més gran, a {level}, {gap} punts.',
  consequence:
    'Els pesos amb límit {cap} redueixen la diferència de {before} a {after} punts; {customers, plural, one {# client compta aleshores} other {# clients compten aleshores}} com <n>{effective}</n>.',
  inUse:
    'Tota estadística està ponderada, amb límit {cap}: la diferència és de {after} punts en lloc de {before}, i {customers, plural, one {# client compta} other {# clients compten}} com <n>{effective}</n>.',
  onlyBase: 'La columna «{column}» pondera cada client.',
  whyEffective:
    'El quadrat de la suma dels pesos, dividit per la suma dels seus quadrats (Kish). Aquesta quantitat de clients amb el mateix pes diria el mateix.',
  useWeights: 'Fes servir pesos',
  cap: 'Límit',
  capTimes: '{cap} × la mitjana',
  changes: 'Què canvien els pesos',
  changesNone: 'Els pesos no canvien cap altra xifra.',
  without: 'Sense pesos',
  with: 'Amb pesos',
  change: 'Canvi',
  add: 'Afegeix una referència',
  edit: 'Edita la referència',
  noCustomers:
    'La comparació apareix quan hi ha clients a les dades. Importeu una taula de clients o de comandes.',
  emptyTitle: 'Encara sense referència',
  empty:
    'Digueu qui han de representar els vostres clients, per exemple les edats de tothom qui compra el que veneu. Després veureu les diferències i els pesos que les tanquen.',
  contradictory:
    'Aquestes referències no es poden complir totes: cap pes dels vostres clients les assoleix alhora. Comproveu les proporcions entre elles.',
  absent: 'Ningú aquí a {levels}: els pesos no els poden suplir.',
  unwanted: 'La referència no té ningú a {levels}: aquests clients compten 0.',
  missing:
    '{count, plural, one {# client no té} other {# clients no tenen}} cap nivell conegut i {count, plural, one {conserva} other {conserven}} el pes que donen les altres variables.',
  tooFew: 'Falten clients per comparar: {count} dels 30 necessaris tenen un nivell conegut.',
  unused: 'Sense fer servir, perquè la variable ja no hi és: {variables}.',
  chip: 'Ponderat',
  weightedShare: 'ponderat {share}',
  chipNote:
    'Les xifres representen la referència: {customers, plural, one {# client compta} other {# clients compten}} com {effective}.',
  yes: 'Sí',
  no: 'No',
  form: {
    title: 'Distribució de referència',
    name: 'Qui descriu',
    namePlaceholder: 'Tots els compradors de roba',
    source: 'Font',
    level: 'Nivell',
    here: 'Aquí',
    share: 'Referència',
    cuts: 'Els trams comencen a',
    cutsNote: 'Nombres separats per espais, per exemple 15 25 35',
    addLevel: 'Afegeix un nivell',
    removeLevel: 'Treu {level}',
    sum: 'Suma {sum}',
    sumNote: 'Proporcions, percentatges o recomptes: en conjunt es porten al 100\u00a0%.',
    paste: 'Enganxa dues columnes',
    pasteNote: 'Un nivell i la seva proporció per línia',
    takeOver: 'Aplica',
    file: 'Des d’un fitxer',
    unreadable:
      '{count, plural, one {Línia {lines} no llegida} other {Línies {lines} no llegides}}: sense nivell o sense nombre.',
    save: 'Desa la referència',
    remove: 'Elimina la referència',
  },
} as const satisfies Translated<typeof en>;
