import type { Translated } from '../../translated.ts';
import type { wizard as source } from '../en/wizard.ts';

export const wizard: Translated<typeof source> = {
  known: {
    file: 'Este archivo ya está en el proyecto, como «{name}», importado el {date}.',
    again: 'Importarlo de nuevo igualmente',
    shape: 'Las columnas son las de «{name}», importado el {date}.',
    choice: 'Qué es este archivo',
    into: 'Datos nuevos para «{name}»',
    separate: 'Una fuente aparte',
    state: 'ya está en el proyecto',
  },
  layout: {
    remember: 'Recordar este formato',
    menu: 'Usar un formato guardado',
    heading: 'Formatos guardados',
    auto: 'El que encaje',
    none: 'Ninguno, detectar de nuevo',
    entry: '{name}, {count, plural, one {# columna} other {# columnas}}',
    forget: 'Olvidar «{name}»',
    applied:
      'Leído como «{name}»: se conocen {matched, number} de {count, plural, one {# columna} other {# columnas}}.',
  },
  check: {
    running: 'Comprobando todas las filas',
    accepted: '{count, plural, one {# fila aceptada} other {# filas aceptadas}}',
    rejected:
      '{count, plural, one {# rechazada, guardada con su motivo} other {# rechazadas, guardadas con su motivo}}',
    summary:
      '{rejected, plural, =0 {ninguna fila rechazada} one {# fila rechazada} other {# filas rechazadas}} de las {count, number}; la vista previa de arriba es lo que se importará',
  },
  fold: '{count, plural, one {# línea más como estas} other {# líneas más como estas}}',
  unfold: 'Mostrar las primeras {count, number}',
  view: {
    label: 'Cómo se muestran los valores',
    read: 'Como se lee',
    file: 'Como en el archivo',
  },
  values: {
    yes: 'sí',
    no: 'no',
  },
  column: {
    open: 'Detalles de {column}',
    inFile: 'En el archivo',
    distribution: 'Distribución',
    examples: 'Ejemplos',
    issues: 'Avisos de esta columna',
    why: 'Por qué se lee así',
    different: 'Valores distintos',
    atLeast: 'más de {count, number}',
    invalid: 'Rechazadas aquí',
    hidden: 'Los valores están ocultos: esta columna contiene datos personales.',
  },
  detection: {
    why: '¿Por qué?',
    title: 'Cómo se ha determinado la lectura',
    text: 'Determinado con la primera parte del archivo. Todo se puede cambiar en esta línea; la vista previa y la importación usan los mismos ajustes.',
    sure: '{value}, {share} de certeza',
    next: '{first}; segunda opción {second}',
    mine: '{value}, fijado por usted',
  },
  issues: {
    save: 'Guardar lista',
    saved: 'Guardado como {name}.',
    fileName: '{file} avisos',
    goTo: 'Ir a la línea {line} en la vista previa',
    panes: 'Debajo de la vista previa',
    tab: 'Avisos',
  },
  join: {
    tab: 'Unión',
    title: 'Cómo encajan las tablas',
    note: 'por la clave de cliente',
    part: 'de las primeras {count, number} filas de cada tabla',
    tables: 'Tablas',
    both: 'Claves en ambas',
    onlyA: 'Solo en «{name}»',
    examples: 'por ejemplo {keys}',
    none: 'Ninguna clave está en las dos tablas. Revise las columnas de clave de cliente: los ceros iniciales o los prefijos pueden diferir.',
    waiting: 'Responda primero a las preguntas de cada archivo; después se comparan las tablas.',
    one: 'Una sola tabla. Añada otro archivo para ver cómo encajan.',
  },
  sheets: {
    add: 'Importar más hojas',
    size: '{name}, {rows, plural, one {# fila} other {# filas}}',
    all: 'Todas las que tienen filas',
  },
};
