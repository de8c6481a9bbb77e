// One sentence per warning or rejection of a file: what was found and what was done with it.
import type { Translated } from '../../translated.ts';
import type { issues as en } from '../en/issues.ts';

export const issues = {
  BOM: 'El fitxer indica la codificació {encoding}; s’ha llegit així.',
  'ENCODING-GUESSED':
    'La codificació s’ha reconegut com a {encoding} per les lletres; comproveu que aquestes paraules són correctes: «{samples}».',
  'ENCODING-CONFIRM':
    'La codificació és probablement {encoding}, però no és segur; confirmeu-la abans d’importar.',
  'DOUBLE-ENCODED':
    '{count, plural, one {# valor sembla codificat} other {# valors semblen codificats}} dues vegades (com ara {example}); el fitxer ja ha arribat malmès. Corregiu-lo amb un clic o es llegirà tal com és.',
  'DOUBLE-ENCODED-REPAIRED':
    '{count, plural, one {# valor codificat dues vegades s’ha corregit} other {# valors codificats dues vegades s’han corregit}}, com heu demanat.',
  'DELIMITER-CLOSE':
    'S’ha pres «{delimiter}» com a separador, però «{runnerUp}» hi encaixa gairebé igual de bé; reviseu la previsualització.',
  'QUOTE-DIALECT': 'Les cel·les van entre «{quote}», i una cometa dins de la cel·la es marca amb «{escape}».',
  'QUOTES-REPAIRED':
    '{count, plural, one {# registre té} other {# registres tenen}} una cometa solta dins d’una cel·la entre cometes; s’ha conservat com a text.',
  'QUOTES-AS-TEXT': 'Les cometes es llegeixen com a text corrent, tal com heu demanat.',
  PREAMBLE: '{count, plural, one {S’ha omès # línia} other {S’han omès # línies}} per sobre de la capçalera.',
  'HEADER-ROWS': 'La capçalera ocupa {count} files; s’han unit en un nom per columna.',
  'SECOND-TABLE':
    'A la línia {line} comença una segona taula; la importació s’atura abans. Es pot importar com una font a part.',
  'TOTALS-ROW':
    '{line, select, 0 {L’última línia} other {La línia {line}}} sembla una fila de totals{sums, plural, =0 {} one { (la suma de # columna coincideix)} other { (la suma de # columnes coincideix)}}; es carrega com un registre corrent, tret que l’excloeu.',
  'HEADER-DUPLICATE':
    '{count, plural, one {# columna té} other {# columnes tenen}} la mateixa capçalera que una altra; s’hi ha afegit un número per distingir-les.',
  'HEADER-ALIKE':
    '{count, plural, one {# capçalera es distingeix} other {# capçaleres es distingeixen}} d’una altra només per les majúscules o la forma dels accents ({example}); es mantenen com a columnes separades.',
  'HEADER-EMPTY':
    '{count, plural, one {# columna no té capçalera i es mostra} other {# columnes no tenen capçalera i es mostren}} per la seva posició.',
  'HEADER-LIKE': 'La capçalera de la línia {line} conté nombres i podria ser un registre; comproveu-ho.',
  'NO-ROWS': 'No hi ha res sota la capçalera: cap registre per carregar.',
  'NO-HEADER': 'No s’ha trobat cap capçalera; les columnes es mostren per la seva posició.',
  'NUL-CHARACTERS':
    '{count, plural, one {# cel·la conté} other {# cel·les contenen}} caràcters NUL; es conserven aquí i s’ometen en exportar.',
  'CONTROL-CHARACTERS':
    '{count, plural, one {# cel·la conté} other {# cel·les contenen}} caràcters que no es poden mostrar (com ara {example}); es marquen en exportar.',
  'FEWER-CELLS':
    '{count, plural, one {# registre té} other {# registres tenen}} menys cel·les que la capçalera; la resta es considera absent.',
  'DATE-AMBIGUOUS':
    'Les dates es poden llegir amb el dia primer ({dayFirst}) o amb el mes primer ({monthFirst}); trieu l’ordre.',
  'DATE-SURE':
    '{order, select, mdy {Les dates es llegeixen amb el mes primer} other {Les dates es llegeixen amb el dia primer}}: {count, plural, one {# valor no admet} other {# valors no admeten}} cap altra lectura.',
  'DECIMAL-AMBIGUOUS':
    'El separador decimal no és clar: {dot} valors apunten al punt, {comma} a la coma; trieu-ne un.',
  'NULL-WORDS':
    '{count, plural, one {# valor com «{word}» es considera absent} other {# valors com «{word}» es consideren absents}}.',
  'CURRENCY-MIXED':
    'Els imports són en diverses monedes ({currencies}); es llegeixen com a simples nombres, de manera que les sumes les barregen.',
  'EMAIL-INVALID':
    '{count, plural, one {# valor no és una adreça electrònica utilitzable} other {# valors no són adreces electròniques utilitzables}} (sense @: {noAt}; diverses en una cel·la: {several}; domini incorrecte: {domain}; altres: {other}); es conserva el que hi ha escrit.',
  'FORMULA-CELLS':
    '{count, plural, one {# cel·la conté una fórmula} other {# cel·les contenen fórmules}}; se’n fa servir el resultat desat.',
  'FORMULA-NO-VALUE':
    '{count, plural, one {# fórmula no té resultat desat i es considera absent} other {# fórmules no tenen resultat desat i es consideren absents}}; obriu el fitxer en un full de càlcul i deseu-lo per calcular-les.',
  'ERROR-CELLS':
    '{count, plural, one {# cel·la conté un error com {value} i es considera absent} other {# cel·les contenen errors com {value} i es consideren absents}}.',
  'MERGED-CELLS':
    '{count, plural, one {S’ha trobat # interval combinat} other {S’han trobat # intervals combinats}}; només la primera cel·la de cadascun té valor.',
  'HIDDEN-PARTS':
    '{count, plural, one {També s’ha carregat # fila o columna oculta} other {També s’han carregat # files o columnes ocultes}}.',
  'OTHER-SHEETS': '{count, plural, one {# full més té} other {# fulls més tenen}} files: {names}.',
  'LEADING-ZEROS':
    '{count, plural, one {# valor comença} other {# valors comencen}} per zero; la columna es manté com a text perquè no es perdi res.',
  'SHOWN-DIFFERENTLY':
    '{count, plural, one {# número es mostra} other {# números es mostren}} d’una manera diferent de com {count, plural, one {està desat} other {estan desats}}, com ara {stored} mostrat com {shown}; s’ha carregat {loaded, select, shown {el text mostrat} other {el número desat}}, i ho podeu canviar als detalls de la columna.',
  'VALUE-INVALID': 'El valor no serveix per a la columna; el registre s’ha apartat.',
  'KEY-MISSING':
    '{count, plural, one {# registre no té clau de client; es carrega, però no pertany} other {# registres no tenen clau de client; es carreguen, però no pertanyen}} a cap client.',
  'KEY-DUPLICATE':
    '{count, plural, one {# clau de client apareix} other {# claus de client apareixen}} més d’una vegada.',
  'COLUMN-GONE':
    'La font tenia aquesta columna, però el fitxer no la té; en aquesta importació en falten els valors.',
  'COLUMN-NEW': 'La font no tenia aquesta columna; s’ha afegit.',
  'KEYS-CHANGED':
    '{count, plural, one {# clau de client nova té} other {# claus de client noves tenen}} el correu, el telèfon o el nom d’una clau que ja no hi és; es carreguen com a clients nous. Si són les mateixes persones, indiqueu-ho a «Qualitat de les dades».',
  'CONSENT-RETURNED':
    '{count, plural, one {# client que havia negat el consentiment el dona} other {# clients que havien negat el consentiment el donen}} en aquest fitxer; es fa servir el que diu el fitxer. Comproveu que l’han donat de nou.',
  'MORE-CELLS': 'El registre té {cells} cel·les i la capçalera només {expected}; s’ha apartat.',
  'INVALID-BYTES':
    'El registre conté {count, plural, one {# byte} other {# bytes}} que la codificació no admet (el primer al byte {offset} del fitxer); s’ha apartat.',
  'CELL-TOO-LONG': 'Una cel·la té més de {limit} caràcters; el registre s’ha apartat.',
  'WRONG-DELIMITER':
    'El registre fa servir «{delimiter}» com a separador, a diferència de la resta del fitxer; s’ha apartat.',
  'STRING-INDEX': 'Una cel·la remet a un text que el llibre no conté ({index}); el registre s’ha apartat.',
  'NOT-A-NUMBER': 'El valor no és un nombre; el registre s’ha apartat.',
  'NOT-A-DATE': 'El valor no és una data que existeixi; el registre s’ha apartat.',
  'NOT-A-BOOLEAN': 'El valor no és ni sí ni no; el registre s’ha apartat.',
  'CELL-OUT-OF-RANGE': 'Una cel·la queda fora del full ({reference}); el registre s’ha apartat.',
  'TOTALS-LEFT-OUT': 'El registre suma els altres; s’ha exclòs, com heu demanat.',
  'ERASED-PERSON':
    'El registre és d’una persona que es va esborrar d’aquest projecte; s’ha exclòs i no se n’ha desat cap cel·la.',
} satisfies Translated<typeof en>;
