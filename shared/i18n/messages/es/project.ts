import type { project as en } from '../en/project.ts';
import type { Translated } from '../../translated.ts';

export const project = {
  saveCopy: 'Guardar una copia',
  readOnly: 'Este proyecto está en un lugar donde no se puede escribir: se puede consultar, pero no cambiar.',
  cautions: {
    cloudFolder:
      'Este proyecto está en una carpeta que {detail} copia mientras trabaja. Cambiarlo en dos ordenadores a la vez puede dañarlo; guárdelo en una carpeta de este ordenador o ciérrelo antes de abrirlo en el otro.',
    networkShare:
      'Este proyecto está en el disco de otro ordenador. Si se corta la conexión, el último cambio puede no guardarse; téngalo en este ordenador mientras trabaja.',
    conflictedCopy:
      '{detail} parece una copia hecha por un servicio en la nube porque dos ordenadores habían cambiado el mismo proyecto (última escritura: {date}, {time}). Compárela con el original antes de seguir.',
    conflictedCopyBeside:
      'Junto a este proyecto está {detail} (última escritura: {date}, {time}), una copia hecha cuando dos ordenadores lo habían cambiado. Abra los dos y compare sus historiales antes de seguir.',
    journalMissing:
      'Este proyecto no se cerró bien, y {detail}, que contenía los últimos cambios, ya no está. Lo que ve se guardó hasta el {date}, {time}.',
  },
  repair: {
    title: 'Este proyecto está dañado',
    text: '{file} no se puede abrir tal como está. Lo que se pueda leer se puede guardar en un proyecto nuevo junto a él; el archivo dañado se deja como está.',
    save: 'Guardar lo que se pueda leer',
    saving: 'Leyendo lo que queda…',
    doneTitle: 'Se guardó lo que se pudo leer',
    doneText:
      '{file} está junto al archivo dañado. Empieza con el historial vacío; las variables se calculan de nuevo.',
    open: 'Abrir el proyecto nuevo',
    whole: 'No se perdió nada.',
    table: 'Lo que se recuperó',
    what: 'Parte',
    kept: 'Recuperado',
    lost: 'Perdido',
    nothing: 'nada',
    some: 'una parte',
    all: 'todo',
    records: '{count, plural, one {# registro} many {# registros} other {# registros}}',
    cells: '{count, plural, one {# valor} many {# valores} other {# valores}}',
    parts: {
      settings: 'Configuración',
      sources: 'Fuentes',
      fixes: 'Correcciones registradas',
      erased: 'Supresiones de clientes',
      rejects: 'Registros rechazados',
      features: 'Elección de variables',
      segments: 'Segmentos',
      personas: 'Personas',
      campaigns: 'Campañas',
    },
  },
} satisfies Translated<typeof en>;
