import type { representativeness as en } from '../en/representativeness.ts';
import type { Translated } from '../../translated.ts';

export const representativeness = {
  title: '¿Quién falta?',
  against: '{variable}, frente a {name}',
  ownNumbers: 'números propios',
  variable: 'Variable',
  yours: 'sus clientes',
  reference: 'referencia',
  weighted: 'ponderado',
  gap: 'diferencia, puntos',
  summary: '{variable}: a {distance} puntos de la referencia. La mayor diferencia, en {level}, {gap} puntos.',
  consequence:
    'Los pesos con tope {cap} reducen la diferencia de {before} a {after} puntos; {customers, plural, one {# cliente cuenta entonces} other {# clientes cuentan entonces}} como <n>{effective}</n>.',
  inUse:
    'Toda estadística está ponderada, con tope {cap}: la diferencia es de {after} puntos en vez de {before}, y {customers, plural, one {# cliente cuenta} other {# clientes cuentan}} como <n>{effective}</n>.',
  onlyBase: 'La columna «{column}» pondera a cada cliente.',
  whyEffective:
    'El cuadrado de la suma de los pesos, dividido por la suma de sus cuadrados (Kish). Esa cantidad de clientes con igual peso diría lo mismo.',
  useWeights: 'Usar pesos',
  cap: 'Tope',
  capTimes: '{cap} × la media',
  changes: 'Qué cambian los pesos',
  changesNone: 'Los pesos no cambian ninguna otra cifra.',
  without: 'Sin pesos',
  with: 'Con pesos',
  change: 'Cambio',
  add: 'Añadir referencia',
  edit: 'Editar referencia',
  noCustomers:
    'La comparación aparece en cuanto haya clientes en los datos. Importe una tabla de clientes o de pedidos.',
  emptyTitle: 'Aún sin referencia',
  empty:
    'Diga a quién deben representar sus clientes, por ejemplo las edades de todos los que compran lo que usted vende. Después verá las diferencias y los pesos que las cierran.',
  contradictory:
    'Estas referencias no pueden cumplirse todas: ningún peso de sus clientes las alcanza a la vez. Compruebe las proporciones entre sí.',
  absent: 'Nadie aquí en {levels}: los pesos no pueden suplirlos.',
  unwanted: 'La referencia no tiene a nadie en {levels}: esos clientes cuentan 0.',
  missing:
    '{count, plural, one {# cliente no tiene} other {# clientes no tienen}} nivel conocido y {count, plural, one {conserva} other {conservan}} el peso que dan las demás variables.',
  tooFew: 'Faltan clientes para comparar: {count} de los 30 necesarios tienen un nivel conocido.',
  unused: 'Sin usar, porque la variable ya no está: {variables}.',
  chip: 'Ponderado',
  weightedShare: 'ponderado {share}',
  chipNote:
    'Las cifras representan la referencia: {customers, plural, one {# cliente cuenta} other {# clientes cuentan}} como {effective}.',
  yes: 'Sí',
  no: 'No',
  form: {
    title: 'Distribución de referencia',
    name: 'A quién describe',
    namePlaceholder: 'Todos los compradores de ropa',
    source: 'Fuente',
    level: 'Nivel',
    here: 'Aquí',
    share: 'Referencia',
    cuts: 'Los tramos empiezan en',
    cutsNote: 'Números separados por espacios, por ejemplo 15 25 35',
    addLevel: 'Añadir nivel',
    removeLevel: 'Quitar {level}',
    sum: 'Suma {sum}',
    sumNote: 'Proporciones, porcentajes o recuentos: en conjunto se llevan al 100\u00a0%.',
    paste: 'Pegar dos columnas',
    pasteNote: 'Un nivel y su proporción por línea',
    takeOver: 'Aplicar',
    file: 'Desde un archivo',
    unreadable:
      '{count, plural, one {Línea {lines} no leída} other {Líneas {lines} no leídas}}: sin nivel o sin número.',
    save: 'Guardar referencia',
    remove: 'Quitar referencia',
  },
} as const satisfies Translated<typeof en>;
