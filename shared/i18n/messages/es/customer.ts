// La ficha de un cliente, su búsqueda y su borrado.
import type { Translated } from '../../translated.ts';
import type { customer as en } from '../en/customer.ts';

export const customer: Translated<typeof en> = {
  title: 'Cliente {key}',
  loading: 'Leyendo lo que se sabe',
  find: 'Buscar un cliente',
  key: 'Clave del cliente',
  found: 'Clientes encontrados',
  typeKey: 'Escriba el comienzo de una clave.',
  foundCount:
    '{count, plural, =0 {Ninguna clave coincide.} one {# clave coincide.} other {# claves coinciden.}}',
  alsoKnownAs: 'La misma persona que {keys}.',
  unnamed: 'Segmento sin nombre',
  noSegment: 'Aún en ningún segmento.',
  notAnalysed: 'Sin pedidos: conocido, no segmentado.',
  reached: 'Se le puede contactar: {channel}',
  notReached: 'Sin contacto: {channel}',
  showPersonal: 'Mostrar datos personales',
  records: '{count, plural, one {# registro} other {# registros}}',
  newest:
    '{count, plural, one {# registro} other {# registros}}, en la lista los {shown, number} más recientes',
  empty: 'vacío',
  line: 'Línea',
  features: 'Comparado con todos',
  feature: 'Variable',
  value: 'Valor',
  rank: 'Por encima del',
  rankOf: 'Por encima del {share} de los clientes',
  yes: 'sí',
  no: 'no',
  close: 'Cerrar',
  erase: {
    start: 'Borrar cliente',
    title: '¿Borrar al cliente {key}?',
    goes: '{count, plural, one {# registro de este cliente se borrará} other {# registros de este cliente se borrarán}} del archivo del proyecto. No se puede deshacer.',
    records:
      'Registros en todas las fuentes y sus importaciones anteriores, también las filas rechazadas y las que llevan una clave antigua.',
    history: 'El historial: nada anterior a este punto podrá deshacerse.',
    segments: 'Los segmentos conservan a los demás clientes; su tamaño baja en uno.',
    mark: '(borrado)',
    also: 'Menciones de la clave, el correo, el teléfono o el nombre completo en otros registros, notas y textos: en su lugar queda «{mark}».',
    stays:
      'Queda una huella ilegible de clave, correo, teléfono y nombre, para que un archivo posterior no traiga al cliente de vuelta sin avisar.',
    confirm: 'Borrar para siempre',
    back: 'Volver',
    done: '{count, plural, one {# registro borrado} other {# registros borrados}}.',
    report: 'El cliente {key} se ha borrado',
    rejectsDone:
      '{count, plural, one {# registro rechazado borrado} other {# registros rechazados borrados}}.',
    mentionsDone:
      '{count, plural, =0 {Ningún otro texto mencionaba al cliente.} one {# mención en otros textos se ha sustituido por «{mark}».} other {# menciones en otros textos se han sustituido por «{mark}».}}',
    shared:
      '{count, plural, one {# contacto de otro cliente es el mismo y se queda, porque también es suyo.} other {# contactos de otros clientes son los mismos y se quedan, porque también son suyos.}}',
    copies:
      'Las copias hechas antes de una actualización aún contienen al cliente: {files}. Hay que eliminarlas a mano.',
  },
};
