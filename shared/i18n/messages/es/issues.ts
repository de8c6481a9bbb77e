// One sentence per warning or rejection of a file: what was found and what was done with it.
import type { Translated } from '../../translated.ts';
import type { issues as en } from '../en/issues.ts';

export const issues = {
  BOM: 'El archivo indica la codificación {encoding}; se ha leído así.',
  'ENCODING-GUESSED':
    'La codificación se ha reconocido como {encoding} por sus letras; compruebe que estas palabras son correctas: «{samples}».',
  'ENCODING-CONFIRM':
    'La codificación es probablemente {encoding}, pero no es seguro; confírmela antes de importar.',
  'DOUBLE-ENCODED':
    '{count, plural, one {# valor parece codificado} other {# valores parecen codificados}} dos veces (como {example}); el archivo ya llegó dañado. Corríjalo con un clic o se leerá tal cual.',
  'DOUBLE-ENCODED-REPAIRED':
    '{count, plural, one {# valor codificado dos veces se ha corregido} other {# valores codificados dos veces se han corregido}}, como ha pedido.',
  'DELIMITER-CLOSE':
    'Se ha tomado «{delimiter}» como separador, pero «{runnerUp}» encaja casi igual de bien; revise la vista previa.',
  'QUOTE-DIALECT':
    'Las celdas van entre «{quote}», y una comilla dentro de la celda se marca con «{escape}».',
  'QUOTES-REPAIRED':
    '{count, plural, one {# registro tiene} other {# registros tienen}} una comilla suelta dentro de una celda entrecomillada; se ha conservado como texto.',
  'QUOTES-AS-TEXT': 'Las comillas se leen como texto corriente, tal como ha pedido.',
  PREAMBLE:
    '{count, plural, one {Se ha omitido # línea} other {Se han omitido # líneas}} por encima del encabezado.',
  'HEADER-ROWS': 'El encabezado ocupa {count} filas; se han unido en un nombre por columna.',
  'SECOND-TABLE':
    'En la línea {line} empieza una segunda tabla; la importación se detiene antes. Se puede importar como una fuente aparte.',
  'TOTALS-ROW':
    '{line, select, 0 {La última línea} other {La línea {line}}} parece una fila de totales{sums, plural, =0 {} one { (la suma de # columna coincide)} other { (la suma de # columnas coincide)}}; se carga como un registro corriente, salvo que la excluya.',
  'HEADER-DUPLICATE':
    '{count, plural, one {# columna tiene} other {# columnas tienen}} el mismo encabezado que otra; se ha añadido un número para distinguirlas.',
  'HEADER-ALIKE':
    '{count, plural, one {# encabezado se distingue} other {# encabezados se distinguen}} de otro solo por las mayúsculas o la forma de los acentos ({example}); se mantienen como columnas separadas.',
  'HEADER-EMPTY':
    '{count, plural, one {# columna no tiene encabezado y se muestra} other {# columnas no tienen encabezado y se muestran}} por su posición.',
  'HEADER-LIKE': 'El encabezado de la línea {line} contiene números y podría ser un registro; compruébelo.',
  'NO-ROWS': 'No hay nada debajo del encabezado: ningún registro que cargar.',
  'NO-HEADER': 'No se ha encontrado encabezado; las columnas se muestran por su posición.',
  'NUL-CHARACTERS':
    '{count, plural, one {# celda contiene} other {# celdas contienen}} caracteres NUL; se conservan aquí y se omiten al exportar.',
  'CONTROL-CHARACTERS':
    '{count, plural, one {# celda contiene} other {# celdas contienen}} caracteres que no se pueden mostrar (como {example}); se marcan al exportar.',
  'FEWER-CELLS':
    '{count, plural, one {# registro tiene} other {# registros tienen}} menos celdas que el encabezado; el resto se considera ausente.',
  'DATE-AMBIGUOUS':
    'Las fechas pueden leerse con el día primero ({dayFirst}) o con el mes primero ({monthFirst}); elija el orden.',
  'DATE-SURE':
    '{order, select, mdy {Las fechas se leen con el mes primero} other {Las fechas se leen con el día primero}}: {count, plural, one {# valor no admite} other {# valores no admiten}} otra lectura.',
  'DECIMAL-AMBIGUOUS':
    'El separador decimal no está claro: {dot} valores apuntan al punto, {comma} a la coma; elija uno.',
  'NULL-WORDS':
    '{count, plural, one {# valor como «{word}» se considera ausente} other {# valores como «{word}» se consideran ausentes}}.',
  'CURRENCY-MIXED':
    'Los importes están en varias monedas ({currencies}); se leen como números sin más, así que las sumas las mezclan.',
  'EMAIL-INVALID':
    '{count, plural, one {# valor no es una dirección de correo utilizable} other {# valores no son direcciones de correo utilizables}} (sin @: {noAt}; varias en una celda: {several}; dominio incorrecto: {domain}; otros: {other}); se conserva lo escrito.',
  'FORMULA-CELLS':
    '{count, plural, one {# celda contiene una fórmula} other {# celdas contienen fórmulas}}; se usa el resultado guardado.',
  'FORMULA-NO-VALUE':
    '{count, plural, one {# fórmula no tiene resultado guardado y se considera ausente} other {# fórmulas no tienen resultado guardado y se consideran ausentes}}; abra el archivo en una hoja de cálculo y guárdelo para calcularlas.',
  'ERROR-CELLS':
    '{count, plural, one {# celda contiene un error como {value} y se considera ausente} other {# celdas contienen errores como {value} y se consideran ausentes}}.',
  'MERGED-CELLS':
    '{count, plural, one {Se ha encontrado # rango combinado} other {Se han encontrado # rangos combinados}}; solo la primera celda de cada uno tiene valor.',
  'HIDDEN-PARTS':
    '{count, plural, one {También se ha cargado # fila o columna oculta} other {También se han cargado # filas o columnas ocultas}}.',
  'OTHER-SHEETS': '{count, plural, one {# hoja más tiene} other {# hojas más tienen}} filas: {names}.',
  'LEADING-ZEROS':
    '{count, plural, one {# valor empieza} other {# valores empiezan}} por cero; la columna se mantiene como texto para no perder nada.',
  'SHOWN-DIFFERENTLY':
    '{count, plural, one {# número se muestra} other {# números se muestran}} de forma distinta a como {count, plural, one {está guardado} other {están guardados}}, como {stored} mostrado como {shown}; se ha cargado {loaded, select, shown {el texto mostrado} other {el número guardado}}, y puede cambiarlo en los detalles de la columna.',
  'VALUE-INVALID': 'El valor no sirve para la columna; el registro se ha apartado.',
  'KEY-MISSING':
    '{count, plural, one {# registro no tiene clave de cliente; se carga, pero no pertenece} other {# registros no tienen clave de cliente; se cargan, pero no pertenecen}} a ningún cliente.',
  'KEY-DUPLICATE':
    '{count, plural, one {# clave de cliente aparece} other {# claves de cliente aparecen}} más de una vez.',
  'COLUMN-GONE':
    'La fuente tenía esta columna, pero el archivo no la tiene; en esta importación faltan sus valores.',
  'COLUMN-NEW': 'La fuente no tenía esta columna; se ha añadido.',
  'KEYS-CHANGED':
    '{count, plural, one {# clave de cliente nueva tiene} other {# claves de cliente nuevas tienen}} el correo, el teléfono o el nombre de una clave que ya no está; se cargan como clientes nuevos. Si son las mismas personas, indíquelo en «Calidad de los datos».',
  'CONSENT-RETURNED':
    '{count, plural, one {# cliente que había negado el consentimiento lo da} other {# clientes que habían negado el consentimiento lo dan}} en este archivo; se usa lo que dice el archivo. Compruebe que lo han dado de nuevo.',
  'MORE-CELLS': 'El registro tiene {cells} celdas y el encabezado solo {expected}; se ha apartado.',
  'INVALID-BYTES':
    'El registro contiene {count, plural, one {# byte} other {# bytes}} que la codificación no admite (el primero en el byte {offset} del archivo); se ha apartado.',
  'CELL-TOO-LONG': 'Una celda tiene más de {limit} caracteres; el registro se ha apartado.',
  'WRONG-DELIMITER':
    'El registro usa «{delimiter}» como separador, a diferencia del resto del archivo; se ha apartado.',
  'STRING-INDEX':
    'Una celda remite a un texto que el libro no contiene ({index}); el registro se ha apartado.',
  'NOT-A-NUMBER': 'El valor no es un número; el registro se ha apartado.',
  'NOT-A-DATE': 'El valor no es una fecha que exista; el registro se ha apartado.',
  'NOT-A-BOOLEAN': 'El valor no es ni sí ni no; el registro se ha apartado.',
  'CELL-OUT-OF-RANGE': 'Una celda queda fuera de la hoja ({reference}); el registro se ha apartado.',
  'TOTALS-LEFT-OUT': 'El registro suma los demás; se ha excluido, como ha pedido.',
  'ERASED-PERSON':
    'El registro es de una persona que se borró de este proyecto; se ha excluido y no se ha guardado ninguna de sus celdas.',
} satisfies Translated<typeof en>;
