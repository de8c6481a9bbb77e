import type { errors as en } from '../en/errors.ts';
import type { Translated } from '../../translated.ts';

export const errors = {
  'SRC-NOT-A-FILE':
    '{file} es una carpeta o un dispositivo, no un archivo. No se ha importado nada; elija el propio archivo.',
  'SRC-UNREADABLE':
    'No se ha podido abrir {file}. Compruebe que sigue existiendo y que tiene permiso para leerlo, y vuelva a intentarlo.',
  'SRC-CHANGED':
    '{file} ha cambiado mientras se leía. No se ha importado nada; ciérrelo en los demás programas y vuelva a importarlo.',
  'SRC-WRONG-TYPE':
    'El contenido de {file} no coincide con su nombre (encontrado: {found}). No se ha importado nada; guárdelo de nuevo como CSV o XLSX.',
  'SRC-UNSUPPORTED':
    '{file} está en un formato que no se puede leer (encontrado: {found}). Guárdelo como CSV o XLSX e importe ese archivo.',
  'SRC-TOO-MANY-COLUMNS':
    '{file} tiene demasiadas columnas (encontradas: {found}, límite: {limit}). No se ha importado nada; elija qué columnas leer, hasta {limit}, o quite las que no necesite.',
  'CSV-EMPTY': '{file} está vacío. No se ha importado nada; compruebe que se haya guardado entero.',
  'CSV-BLANK':
    '{file} solo contiene líneas en blanco. No se ha importado nada; compruebe que se haya guardado entero.',
  'CSV-BINARY':
    '{file} no es un archivo de texto: hay datos binarios en la línea {line}. No se ha importado nada; exporte la tabla de nuevo como CSV o XLSX.',
  'CSV-HTML':
    '{file} es una página web con una tabla, sea cual sea su extensión. No se ha importado nada; ábralo en un programa de hojas de cálculo, guárdelo como XLSX e importe ese archivo.',
  'CSV-RECORD-TOO-LONG':
    'El registro que empieza en la línea {line} de {file} supera los {limit} caracteres. No se ha importado nada; revise el carácter de comillas y el separador.',
  'CSV-UNCLOSED-QUOTE':
    'Las comillas abiertas en la línea {line} de {file} no se cierran nunca. No se ha importado nada; corrija esa línea o cambie el carácter de comillas.',
  'XLSX-ENCRYPTED': '{file} está protegido con contraseña. Guárdelo sin contraseña e importe ese archivo.',
  'XLSX-DAMAGED':
    '{file} está dañado y no se ha podido leer. No se ha importado nada; ábralo en un programa de hojas de cálculo, guárdelo de nuevo y reinténtelo.',
  'XLSX-UNSAFE':
    'La estructura de {file} no permite descomprimirlo con seguridad. No se ha importado nada; guárdelo de nuevo en un programa de hojas de cálculo y reinténtelo.',
  'XLSX-TOO-LARGE':
    '{file} es demasiado grande una vez descomprimido (límite: {limit}). No se ha importado nada; guarde la hoja como CSV e importe ese archivo.',
  'XLSX-NO-ROWS': 'La hoja «{sheet}» de {file} no tiene filas. No se ha importado nada; elija otra hoja.',
  'XLS-TOO-LARGE':
    '{file} exige más de lo que se concede a los libros antiguos (límite: {limit}). No se ha importado nada; ábralo en un programa de hojas de cálculo, guárdelo como XLSX e importe ese archivo.',
  'ZIP-SEVERAL':
    '{file} contiene varios archivos ({names}) y no está claro cuál importar. No se ha importado nada; descomprímalo e importe los archivos uno a uno o juntos.',
  'ZIP-NO-TABLE':
    '{file} no contiene ninguna tabla de texto (encontrado: {found}). No se ha importado nada; descomprímalo e importe la propia hoja de cálculo.',
  'ZIP-DAMAGED':
    '{file} está dañado y no se ha podido descomprimir hasta el final. No se ha importado nada; descárguelo o comprímalo de nuevo.',
  'ZIP-TOO-LARGE':
    '{file} es demasiado grande una vez descomprimido (límite: {limit}). No se ha importado nada; descomprímalo e importe el archivo que contiene.',
  'PROJECT-NOT-OURS':
    '{file} no es un proyecto de Clientela: {kind, select, empty {está vacío} zeros {solo contiene ceros, como después de una copia fallida} text {es un archivo de texto} database {es una base de datos de otro programa} unknown {su contenido es desconocido} other {es un archivo {kind}}}. Se ha dejado como estaba; elija un archivo que termine en .clientela.',
  'PROJECT-NEWER':
    '{file} se guardó con una versión más reciente de Clientela (su formato: {found}; esta versión lee hasta {limit}). Se ha dejado como estaba; instale la versión más reciente para abrirlo.',
  'PROJECT-DAMAGED':
    '{file} está dañado. Se ha dejado como estaba; guarde lo que se pueda leer en un proyecto nuevo o abra una copia de seguridad.',
  'PROJECT-FOREIGN-PART':
    '{file} contiene una parte que Clientela no creó ({kind, select, trigger {disparador} view {vista} virtual {tabla virtual} index {índice} other {tabla}} «{found}»). No se ha abierto ni se ha ejecutado nada de él; abra una copia de seguridad del proyecto.',
  'PROJECT-FOREIGN-JOURNAL':
    'Junto a {file} está {found}, que pertenece a otro estado del archivo o a otro proyecto. No se ha abierto ni cambiado nada; mueva {found} a otra carpeta y abra el proyecto de nuevo.',
  'PROJECT-UNREACHABLE':
    'No se puede acceder a {file}: puede que se haya retirado la unidad, que se haya agotado su espacio permitido o que se haya denegado el acceso. Lo guardado antes está intacto; conecte la unidad y vuelva a abrir el proyecto.',
  'PROJECT-READ-ONLY-PLACE':
    '{file} está en un lugar donde no se puede escribir y antes {reason, select, older {hay que actualizarlo, porque se guardó con una versión anterior} other {hay que ponerlo en orden, porque no se cerró bien}}. Cópielo, con los archivos del mismo nombre que estén junto a él, a una carpeta suya y abra la copia.',
  'SALVAGE-NOTHING':
    'No se ha podido leer nada de {file}. Se ha dejado como estaba; abra una copia de seguridad del proyecto.',
  'PROJECT-IN-USE': '{file} ya está abierto en otro lugar ({owner}). Ciérrelo allí y vuelva a abrirlo.',
  'PROJECT-READ-ONLY':
    'Este proyecto está abierto solo para lectura y no se ha cambiado nada. Guarde una copia en una carpeta donde pueda escribir.',
  'PROJECT-MISSING':
    '{file} ya no está en su sitio. Puede que se haya movido o renombrado; búsquelo con Abrir.',
  'PROJECT-NONE-OPEN': 'No hay ningún proyecto abierto. Abra uno o cree uno nuevo.',
  'PROJECT-EXISTS': '{file} ya existe y no se ha sobrescrito. Elija otro nombre.',
  'DISK-FULL':
    'En {drive} hay muy poco espacio libre (libre: {freeMb} MB, necesario: {neededMb} MB). Lo guardado antes está intacto; libere espacio y vuelva a intentarlo.',
  'SOURCE-UNKNOWN': 'Esta fuente ya no está en el proyecto. No se ha cambiado nada.',
  'SOURCE-NO-KEY':
    '«{source}» no tiene clave de cliente. No se ha importado nada; marque la columna que identifica a cada cliente.',
  'SOURCE-NO-DATE':
    '«{source}» no tiene columna de fecha. No se ha importado nada; marque la columna con la fecha de cada pedido.',
  'SOURCE-NO-AMOUNT':
    '«{source}» no tiene importe. No se ha importado nada; marque la columna del importe, o cantidad y precio unitario.',
  'FIELD-UNKNOWN':
    'La columna «{column}» no está en esta fuente. No se ha cambiado nada; revise la asignación.',
  'SRC-ALREADY-IMPORTED':
    '{file} ya está en este proyecto: se importó como «{source}» el {date}. No se ha importado nada; elija «Importarlo de nuevo igualmente» si lo quiere dos veces.',
  'SNAPSHOT-UNKNOWN': 'Esta importación de la fuente ya no está en el proyecto. No se ha cambiado nada.',
  'SNAPSHOT-IN-USE': 'Esta importación es la que está en uso y no se ha eliminado. Elija antes otra.',
  'SNAPSHOT-OTHER-TABLE':
    '{file} no tiene ninguna de las columnas de «{source}». No se ha importado nada; impórtelo como fuente aparte.',
  'STEP-UNKNOWN': 'Esta corrección ya no está en el proyecto. No se ha cambiado nada.',
  'STEP-UNFIT':
    'Esta corrección no es adecuada para la columna «{column}». No se ha cambiado nada; compruebe su valor y el tipo de la columna.',
  'CORRECTION-INVALID':
    'El registro {record} sigue sin poder cargarse: la columna «{column}» no admite el valor. No se ha cambiado nada; corrija esa celda.',
  'NO-CUSTOMERS': 'El proyecto aún no tiene clientes. Importe primero clientes o transacciones.',
  'NO-CUSTOMER-VALUE':
    'El valor del cliente no se ha estimado para estos clientes. Actívelo en las variables y deje que se calcule.',
  'FEATURE-UNKNOWN':
    'La variable «{feature}» no está en este proyecto. No se ha calculado nada; elija una de la lista.',
  'FEATURE-EXISTS': 'Ya hay una variable «{name}». No se ha cambiado nada; elija otro nombre.',
  'FEATURE-NEEDED': '«{by}» usa «{name}». No se ha cambiado nada; cambie o quite antes esa variable.',
  'FEATURE-UNFIT':
    '«{feature}» no sirve aquí: {wanted, select, number {hace falta una variable numérica} several {hacen falta al menos dos ítems} order {la respuesta más baja debe ser menor que la más alta} alike {hacen falta variables para comparar clientes} cuts {los puntos de corte deben ser distintos y crecientes} other {es de otro tipo}}. No se ha cambiado nada.',
  'FORMULA-SYNTAX':
    'La fórmula no se entiende en el carácter {at}, cerca de «{found}». Los nombres con espacios van entre corchetes: [Cesta].',
  'FORMULA-ENDS':
    'La fórmula se acaba demasiado pronto, en el carácter {at}: {wanted, select, value {todavía falta un número o una variable} parenthesis {falta cerrar un paréntesis} bracket {falta el corchete ] que cierra un nombre} other {faltan las comillas que cierran un texto}}.',
  'FORMULA-NAME':
    '«{name}», en el carácter {at}, no es una variable de este proyecto ni una función. Los nombres con espacios van entre corchetes.',
  'FORMULA-AMBIGUOUS':
    '«{name}», en el carácter {at}, puede ser cualquiera de estas variables: {names}. Escríbala exactamente como la que quiere usar.',
  'FORMULA-ARGUMENTS':
    '«{name}», en el carácter {at}, necesita {least, plural, one {# valor} other {# valores}} entre paréntesis; encontrados: {found}.',
  'FORMULA-UNITS':
    'En el carácter {at}, {left, select, money {un importe} days {días} years {años} count {una cantidad} share {una proporción} other {una unidad}} y {right, select, money {un importe} days {días} years {años} count {una cantidad} share {una proporción} other {otra unidad}} no se pueden sumar ni comparar. Divida, multiplique o use variables de la misma unidad.',
  'FORMULA-TYPE':
    'En el carácter {at} {wanted, select, number {hace falta un número, no un texto} condition {hace falta una condición, como frequency > 1} same {no se pueden comparar un número y un texto} other {los textos solo se comparan con = y ≠}}.',
  'FORMULA-CYCLE': '«{name}» se necesitaría a sí misma. No se ha cambiado nada; quítela de la fórmula.',
  'REFERENCE-UNKNOWN':
    'Este proyecto ya no tiene esa referencia. No se ha cambiado nada; vuelva a abrir la lista de referencias.',
  'REFERENCE-LEVEL':
    '«{level}» no es un intervalo de números. La referencia no se ha guardado; escriba el nivel como 18–24, <18 o 65+.',
  'TOO-FEW-CUSTOMERS':
    'Hay muy pocos clientes con valores en las variables elegidas (encontrados: {found}, necesarios: {limit}). No se ha calculado nada; elija variables con menos huecos.',
  'TOO-FEW-FEATURES':
    'Hay muy pocas variables elegidas (elegidas: {found}, necesarias: {limit}). Elija más en Variables.',
  'MIXTURE-NO-NUMBER':
    'Una mezcla gaussiana mira números con más de dos valores distintos, y ninguna de las variables elegidas lo es: sí/no, categorías y constantes quedan fuera. No se ha calculado nada; elija un número así en Variables, o k-medoides o k-prototipos como método.',
  'K-TOO-LARGE':
    'No hay suficientes clientes distintos para ese número de segmentos (pedido: {k}, posible: {limit}). Elija un número menor.',
  'TIME-TOO-SHORT':
    'No se terminó ninguna solución en {found} s. No se ha puesto nada en uso; dé más tiempo o use menos variables y métodos.',
  'NO-GROUPS':
    'No hay grupos claros en estas variables: clientes sin grupos se separarían tan bien como estos. No se ha puesto nada en uso; use niveles de valor o segmentos RFM, si el proyecto sabe cuánto vale cada cliente, o indique usted un método para una división solo práctica.',
  'VALUE-TOO-LARGE':
    '«{column}» contiene un valor demasiado grande para calcular. No se ha calculado nada; corrija el valor o deje fuera esa variable.',
  'MODEL-MISSING':
    'Estos segmentos no guardan el modelo: se hicieron con una versión anterior o se borró el único cliente de uno de ellos. Ejecute la segmentación de nuevo.',
  'METHOD-UNKNOWN':
    'El método «{method}» no está disponible. No se ha calculado nada; elija uno de la lista.',
  'SEGMENTATION-UNKNOWN': 'Esta segmentación ya no está en el proyecto. No se ha cambiado nada.',
  'SEGMENT-UNKNOWN': 'Este segmento ya no está en el proyecto. No se ha cambiado nada.',
  'PERSONA-UNKNOWN': 'Esta persona ya no está en el proyecto. No se ha cambiado nada.',
  'CUSTOMER-UNKNOWN': 'Este cliente no está en ninguna de las fuentes del proyecto. No se ha cambiado nada.',
  'ERASE-FILE-READ':
    'El cliente se ha borrado, pero otro programa está leyendo {file} y pueden quedar datos antiguos en el archivo. Cierre ese programa y después este proyecto: al cerrarlo se eliminan.',
  'CAMPAIGN-UNKNOWN': 'Esta campaña ya no está en el proyecto. No se ha cambiado nada.',
  'ACTION-UNKNOWN': 'Esta acción ya no está en el plan. No se ha cambiado nada.',
  'PLAYBOOK-BROKEN':
    'La guía de acciones {file} no se puede usar (en: {field}). No se ha hecho ningún plan; corrija el archivo o reinstale Clientela.',
  'RULE-MISSING':
    'Ninguna regla corta describe este segmento. Guarde las reglas de todos los segmentos: clasifican a cada cliente.',
  'RULE-FORMULA-LONG':
    'En una sola fórmula son {found} caracteres, y Excel admite {limit} como máximo. No se ha escrito nada. Elija otra forma, como SQL o JSON; con nombres de columna más cortos en el archivo la fórmula se acorta.',
  'NO-SEGMENTS': 'Aún no hay segmentos en uso. Elija una solución en Explorar y use sus segmentos.',
  'NO-PLAN': 'Aún no hay plan de campaña. Proponga uno en Campañas.',
  'FILE-UNKNOWN': 'El archivo elegido ya no se reconoce. Elíjalo de nuevo.',
  'JOB-UNKNOWN': 'Esta tarea ya ha terminado.',
  'JOB-CANCELLED': 'Cancelado. El proyecto está como antes.',
  'EXPORT-TARGET':
    '{reason, select, project {{file} es el proyecto abierto y no se ha escrito nada. Elija otro nombre.} folder {{file} es una carpeta y no se ha escrito nada. Dé un nombre al archivo.} reserved {{file} es un nombre reservado por el sistema y no se ha escrito nada. Elija otro nombre.} exists {{file} ya existe y no se ha sobrescrito. Elija otro nombre.} missing {La carpeta de {file} no existe y no se ha escrito nada. Elija otra carpeta.} denied {No se ha podido escribir {file}: la carpeta es de solo lectura o el archivo está abierto en otro programa. Elija otra carpeta o cierre el archivo.} other {No se ha podido escribir {file}. Elija otro nombre u otra carpeta.}}',
  'INPUT-INVALID':
    'El valor de {field} no se ha aceptado (encontrado: {found}). No se ha cambiado nada; corríjalo y vuelva a intentarlo.',
  'NOTHING-TO-UNDO': 'No hay nada que deshacer.',
  'NOTHING-TO-REDO': 'No hay nada que rehacer.',
  'RUN-UNKNOWN': 'Este resultado ya no está en el proyecto. Calcúlelo de nuevo.',
  'RECIPE-INVALID':
    'La receta {file} no es válida (en: {field}). No se ha ejecutado nada; corríjala y vuelva a intentarlo.',
  'ENGINE-STOPPED':
    'El proceso de cálculo se ha detenido y se ha reiniciado. Lo guardado está intacto; repita el último paso.',
  BUG: 'Ha ocurrido algo inesperado en Clientela. Lo guardado está intacto; repita el último paso e informe del problema si vuelve a ocurrir.',
  place: {
    sheet: 'hoja «{sheet}»',
    record: 'registro {record}',
    line: 'línea {line}',
    column: 'columna «{column}»',
  },
} satisfies Translated<typeof en>;
