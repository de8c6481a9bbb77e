import type { errors as en } from '../en/errors.ts';
import type { Translated } from '../../translated.ts';

export const errors = {
  'SRC-NOT-A-FILE':
    '{file} és una carpeta o un dispositiu, no un fitxer. No s’ha importat res; trieu el fitxer mateix.',
  'SRC-UNREADABLE':
    'No s’ha pogut obrir {file}. Comproveu que encara existeix i que teniu permís per llegir-lo, i torneu-ho a provar.',
  'SRC-CHANGED':
    '{file} ha canviat mentre es llegia. No s’ha importat res; tanqueu-lo en els altres programes i torneu-lo a importar.',
  'SRC-WRONG-TYPE':
    'El contingut de {file} no es correspon amb el nom (trobat: {found}). No s’ha importat res; torneu-lo a desar com a CSV o XLSX.',
  'SRC-UNSUPPORTED':
    '{file} té un format que no es pot llegir (trobat: {found}). Deseu-lo com a CSV o XLSX i importeu aquest fitxer.',
  'SRC-TOO-MANY-COLUMNS':
    '{file} té massa columnes (trobades: {found}, límit: {limit}). No s’ha importat res; trieu quines columnes voleu llegir, fins a {limit}, o traieu les que no calguin.',
  'CSV-EMPTY': '{file} és buit. No s’ha importat res; comproveu que s’hagi desat sencer.',
  'CSV-BLANK': '{file} només conté línies en blanc. No s’ha importat res; comproveu que s’hagi desat sencer.',
  'CSV-BINARY':
    '{file} no és un fitxer de text: hi ha dades binàries a la línia {line}. No s’ha importat res; torneu a exportar la taula com a CSV o XLSX.',
  'CSV-HTML':
    '{file} és una pàgina web amb una taula, sigui quina sigui l’extensió. No s’ha importat res; obriu-lo en un programa de fulls de càlcul, deseu-lo com a XLSX i importeu aquest fitxer.',
  'CSV-RECORD-TOO-LONG':
    'El registre que comença a la línia {line} de {file} passa de {limit} caràcters. No s’ha importat res; reviseu el caràcter de cometes i el separador.',
  'CSV-UNCLOSED-QUOTE':
    'Les cometes obertes a la línia {line} de {file} no es tanquen mai. No s’ha importat res; corregiu aquesta línia o canvieu el caràcter de cometes.',
  'XLSX-ENCRYPTED':
    '{file} està protegit amb contrasenya. Deseu-lo sense contrasenya i importeu aquest fitxer.',
  'XLSX-DAMAGED':
    '{file} està malmès i no s’ha pogut llegir. No s’ha importat res; obriu-lo en un programa de fulls de càlcul, torneu-lo a desar i reintenteu-ho.',
  'XLSX-UNSAFE':
    'L’estructura de {file} no permet descomprimir-lo amb seguretat. No s’ha importat res; torneu-lo a desar en un programa de fulls de càlcul i reintenteu-ho.',
  'XLSX-TOO-LARGE':
    '{file} és massa gran un cop descomprimit (límit: {limit}). No s’ha importat res; deseu el full com a CSV i importeu aquest fitxer.',
  'XLSX-NO-ROWS': 'El full «{sheet}» de {file} no té files. No s’ha importat res; trieu un altre full.',
  'XLS-TOO-LARGE':
    '{file} demana més del que es concedeix als llibres antics (límit: {limit}). No s’ha importat res; obriu-lo en un programa de fulls de càlcul, deseu-lo com a XLSX i importeu aquest fitxer.',
  'ZIP-SEVERAL':
    '{file} conté diversos fitxers ({names}) i no queda clar quin cal importar. No s’ha importat res; descomprimiu-lo i importeu els fitxers d’un en un o tots junts.',
  'ZIP-NO-TABLE':
    '{file} no conté cap taula de text (trobat: {found}). No s’ha importat res; descomprimiu-lo i importeu el full de càlcul mateix.',
  'ZIP-DAMAGED':
    '{file} està malmès i no s’ha pogut descomprimir fins al final. No s’ha importat res; torneu-lo a baixar o a comprimir.',
  'ZIP-TOO-LARGE':
    '{file} és massa gran un cop descomprimit (límit: {limit}). No s’ha importat res; descomprimiu-lo i importeu el fitxer de dins.',
  'PROJECT-NOT-OURS':
    '{file} no és un projecte de Clientela: {kind, select, empty {és buit} zeros {només conté zeros, com després d’una còpia fallida} text {és un fitxer de text} database {és una base de dades d’un altre programa} unknown {el contingut és desconegut} other {és un fitxer {kind}}}. S’ha deixat com estava; trieu un fitxer que acabi en .clientela.',
  'PROJECT-NEWER':
    '{file} es va desar amb una versió més nova de Clientela (el seu format: {found}; aquesta versió llegeix fins a {limit}). S’ha deixat com estava; instal·leu la versió més nova per obrir-lo.',
  'PROJECT-DAMAGED':
    '{file} està malmès. S’ha deixat com estava; deseu el que es pugui llegir en un projecte nou o obriu una còpia de seguretat.',
  'PROJECT-FOREIGN-PART':
    '{file} conté una part que Clientela no ha creat ({kind, select, trigger {disparador} view {vista} virtual {taula virtual} index {índex} other {taula}} «{found}»). No s’ha obert ni se n’ha executat res; obriu una còpia de seguretat del projecte.',
  'PROJECT-FOREIGN-JOURNAL':
    'Al costat de {file} hi ha {found}, que pertany a un altre estat del fitxer o a un altre projecte. No s’ha obert ni canviat res; moveu {found} a una altra carpeta i torneu a obrir el projecte.',
  'PROJECT-UNREACHABLE':
    'No es pot accedir a {file}: potser s’ha tret la unitat, s’ha exhaurit l’espai que podeu fer servir o s’ha denegat l’accés. El que ja s’havia desat és intacte; torneu a connectar la unitat i obriu el projecte.',
  'PROJECT-READ-ONLY-PLACE':
    '{file} és en un lloc on no es pot escriure i abans {reason, select, older {cal actualitzar-lo, perquè es va desar amb una versió anterior} other {cal posar-lo en ordre, perquè no es va tancar bé}}. Copieu-lo, amb els fitxers del mateix nom del costat, en una carpeta vostra i obriu la còpia.',
  'SALVAGE-NOTHING':
    'No s’ha pogut llegir res de {file}. S’ha deixat com estava; obriu una còpia de seguretat del projecte.',
  'PROJECT-IN-USE': '{file} ja és obert en un altre lloc ({owner}). Tanqueu-lo allà i torneu-lo a obrir.',
  'PROJECT-READ-ONLY':
    'Aquest projecte és obert només per a lectura i no s’ha canviat res. Deseu-ne una còpia en una carpeta on pugueu escriure.',
  'PROJECT-MISSING': '{file} ja no hi és. Potser s’ha mogut o ha canviat de nom; busqueu-lo amb Obre.',
  'PROJECT-NONE-OPEN': 'No hi ha cap projecte obert. Obriu-ne un o creeu-ne un de nou.',
  'PROJECT-EXISTS': '{file} ja existeix i no s’ha sobreescrit. Trieu un altre nom.',
  'DISK-FULL':
    'A {drive} hi ha massa poc espai lliure (lliure: {freeMb} MB, necessari: {neededMb} MB). El que ja s’havia desat és intacte; allibereu espai i torneu-ho a provar.',
  'SOURCE-UNKNOWN': 'Aquesta font ja no és al projecte. No s’ha canviat res.',
  'SOURCE-NO-KEY':
    '«{source}» no té clau de client. No s’ha importat res; marqueu la columna que identifica cada client.',
  'SOURCE-NO-DATE':
    '«{source}» no té columna de data. No s’ha importat res; marqueu la columna amb la data de cada comanda.',
  'SOURCE-NO-AMOUNT':
    '«{source}» no té import. No s’ha importat res; marqueu la columna de l’import, o la quantitat i el preu unitari.',
  'FIELD-UNKNOWN': 'La columna «{column}» no és en aquesta font. No s’ha canviat res; reviseu l’assignació.',
  'SRC-ALREADY-IMPORTED':
    '{file} ja és en aquest projecte: es va importar com a «{source}» el {date}. No s’ha importat res; trieu «Importa’l igualment» si el voleu dues vegades.',
  'SNAPSHOT-UNKNOWN': 'Aquesta importació de la font ja no és al projecte. No s’ha canviat res.',
  'SNAPSHOT-IN-USE':
    'Aquesta importació és la que s’està fent servir i no s’ha eliminat. Trieu-ne abans una altra.',
  'SNAPSHOT-OTHER-TABLE':
    '{file} no té cap de les columnes de «{source}». No s’ha importat res; importeu-lo com a font a part.',
  'STEP-UNKNOWN': 'Aquesta correcció ja no és al projecte. No s’ha canviat res.',
  'STEP-UNFIT':
    'Aquesta correcció no és adequada per a la columna «{column}». No s’ha canviat res; comproveu-ne el valor i el tipus de la columna.',
  'CORRECTION-INVALID':
    'El registre {record} encara no es pot carregar: la columna «{column}» no admet el valor. No s’ha canviat res; corregiu aquesta cel·la.',
  'NO-CUSTOMERS': 'El projecte encara no té clients. Importeu primer clients o transaccions.',
  'NO-CUSTOMER-VALUE':
    'El valor del client no s’ha estimat per a aquests clients. Activeu-lo a les variables i deixeu que es calculi.',
  'FEATURE-UNKNOWN':
    'La variable «{feature}» no és en aquest projecte. No s’ha calculat res; trieu-ne una de la llista.',
  'FEATURE-EXISTS': 'Ja hi ha una variable «{name}». No s’ha canviat res; trieu un altre nom.',
  'FEATURE-NEEDED':
    '«{by}» fa servir «{name}». No s’ha canviat res; canvieu o traieu abans aquesta variable.',
  'FEATURE-UNFIT':
    '«{feature}» no serveix aquí: {wanted, select, number {cal una variable numèrica} several {calen almenys dos ítems} order {la resposta més baixa ha de ser inferior a la més alta} alike {calen variables per comparar clients} cuts {els punts de tall han de ser diferents i creixents} other {és d’un altre tipus}}. No s’ha canviat res.',
  'FORMULA-SYNTAX':
    'La fórmula no s’entén al caràcter {at}, a prop de «{found}». Els noms amb espais van entre claudàtors: [Cistella].',
  'FORMULA-ENDS':
    'La fórmula s’acaba massa aviat, al caràcter {at}: {wanted, select, value {encara falta un nombre o una variable} parenthesis {falta tancar un parèntesi} bracket {falta el claudàtor ] que tanca un nom} other {falten les cometes que tanquen un text}}.',
  'FORMULA-NAME':
    '«{name}», al caràcter {at}, no és cap variable d’aquest projecte ni cap funció. Els noms amb espais van entre claudàtors.',
  'FORMULA-AMBIGUOUS':
    '«{name}», al caràcter {at}, pot ser qualsevol d’aquestes variables: {names}. Escriviu-la exactament com la que voleu fer servir.',
  'FORMULA-ARGUMENTS':
    '«{name}», al caràcter {at}, necessita {least, plural, one {# valor} other {# valors}} entre parèntesis; trobats: {found}.',
  'FORMULA-UNITS':
    'Al caràcter {at}, {left, select, money {un import} days {dies} years {anys} count {una quantitat} share {una proporció} other {una unitat}} i {right, select, money {un import} days {dies} years {anys} count {una quantitat} share {una proporció} other {una altra unitat}} no es poden sumar ni comparar. Dividiu, multipliqueu o feu servir variables de la mateixa unitat.',
  'FORMULA-TYPE':
    'Al caràcter {at} {wanted, select, number {cal un nombre, no un text} condition {cal una condició, com ara frequency > 1} same {no es poden comparar un nombre i un text} other {els textos només es comparen amb = i ≠}}.',
  'FORMULA-CYCLE': '«{name}» es necessitaria a si mateixa. No s’ha canviat res; traieu-la de la fórmula.',
  'REFERENCE-UNKNOWN':
    'Aquest projecte ja no té aquesta referència. No s’ha canviat res; torneu a obrir la llista de referències.',
  'REFERENCE-LEVEL':
    '«{level}» no és un interval de nombres. La referència no s’ha desat; escriviu el nivell com a 18–24, <18 o 65+.',
  'TOO-FEW-CUSTOMERS':
    'Hi ha massa pocs clients amb valors a les variables triades (trobats: {found}, necessaris: {limit}). No s’ha calculat res; trieu variables amb menys buits.',
  'TOO-FEW-FEATURES':
    'Hi ha massa poques variables triades (triades: {found}, necessàries: {limit}). Trieu-ne més a Variables.',
  'MIXTURE-NO-NUMBER':
    'Una mescla gaussiana mira nombres amb més de dos valors diferents, i cap de les variables triades ho és: sí/no, categories i constants en queden fora. No s’ha calculat res; trieu un nombre així a Variables, o k-medoides o k-prototips com a mètode.',
  'K-TOO-LARGE':
    'No hi ha prou clients diferents per a aquest nombre de segments (demanat: {k}, possible: {limit}). Trieu un nombre més petit.',
  'TIME-TOO-SHORT':
    'No s’ha acabat cap solució en {found} s. No s’ha posat res en ús; doneu més temps o feu servir menys variables i mètodes.',
  'NO-GROUPS':
    'No hi ha grups clars en aquestes variables: clients sense grups se separarien tan bé com aquests. No s’ha posat res en ús; feu servir nivells de valor o segments RFM, si el projecte sap què val cada client, o indiqueu vosaltres un mètode per a una divisió només pràctica.',
  'VALUE-TOO-LARGE':
    '«{column}» conté un valor massa gran per calcular-hi. No s’ha calculat res; corregiu el valor o deixeu fora aquesta variable.',
  'MODEL-MISSING':
    'Aquests segments no desen el model: els va fer una versió anterior o es va esborrar l’únic client d’un d’ells. Torneu a executar la segmentació.',
  'METHOD-UNKNOWN':
    'El mètode «{method}» no està disponible. No s’ha calculat res; trieu-ne un de la llista.',
  'SEGMENTATION-UNKNOWN': 'Aquesta segmentació ja no és al projecte. No s’ha canviat res.',
  'SEGMENT-UNKNOWN': 'Aquest segment ja no és al projecte. No s’ha canviat res.',
  'PERSONA-UNKNOWN': 'Aquesta persona ja no és al projecte. No s’ha canviat res.',
  'CUSTOMER-UNKNOWN': 'Aquest client no és a cap de les fonts del projecte. No s’ha canviat res.',
  'ERASE-FILE-READ':
    'El client s’ha esborrat, però un altre programa llegeix {file} i poden quedar dades antigues al fitxer. Tanqueu aquell programa i després aquest projecte: en tancar-lo s’eliminen.',
  'CAMPAIGN-UNKNOWN': 'Aquesta campanya ja no és al projecte. No s’ha canviat res.',
  'ACTION-UNKNOWN': 'Aquesta acció ja no és al pla. No s’ha canviat res.',
  'PLAYBOOK-BROKEN':
    'La guia d’accions {file} no es pot fer servir (a: {field}). No s’ha fet cap pla; corregiu el fitxer o torneu a instal·lar Clientela.',
  'RULE-MISSING':
    'Cap regla curta no descriu aquest segment. Deseu les regles de tots els segments: classifiquen cada client.',
  'RULE-FORMULA-LONG':
    'En una sola fórmula són {found} caràcters, i l’Excel n’accepta {limit} com a màxim. No s’ha escrit res. Trieu una altra forma, com ara SQL o JSON; amb noms de columna més curts al fitxer la fórmula s’escurça.',
  'NO-SEGMENTS':
    'Encara no hi ha segments en ús. Trieu una solució a Explora i feu servir els seus segments.',
  'NO-PLAN': 'Encara no hi ha cap pla de campanya. Proposeu-ne un a Campanyes.',
  'FILE-UNKNOWN': 'El fitxer triat ja no es reconeix. Torneu-lo a triar.',
  'JOB-UNKNOWN': 'Aquesta tasca ja ha acabat.',
  'JOB-CANCELLED': 'Cancel·lat. El projecte és com abans.',
  'EXPORT-TARGET':
    '{reason, select, project {{file} és el projecte obert i no s’ha escrit res. Trieu un altre nom.} folder {{file} és una carpeta i no s’ha escrit res. Doneu un nom al fitxer.} reserved {{file} és un nom reservat pel sistema i no s’ha escrit res. Trieu un altre nom.} exists {{file} ja existeix i no s’ha sobreescrit. Trieu un altre nom.} missing {La carpeta de {file} no existeix i no s’ha escrit res. Trieu una altra carpeta.} denied {No s’ha pogut escriure {file}: la carpeta és només de lectura o el fitxer és obert en un altre programa. Trieu una altra carpeta o tanqueu el fitxer.} other {No s’ha pogut escriure {file}. Trieu un altre nom o una altra carpeta.}}',
  'INPUT-INVALID':
    'El valor de {field} no s’ha acceptat (trobat: {found}). No s’ha canviat res; corregiu-lo i torneu-ho a provar.',
  'NOTHING-TO-UNDO': 'No hi ha res per desfer.',
  'NOTHING-TO-REDO': 'No hi ha res per refer.',
  'RUN-UNKNOWN': 'Aquest resultat ja no és al projecte. Torneu-lo a calcular.',
  'RECIPE-INVALID':
    'La recepta {file} no és vàlida (a: {field}). No s’ha executat res; corregiu-la i torneu-ho a provar.',
  'ENGINE-STOPPED':
    'El procés de càlcul s’ha aturat i s’ha tornat a engegar. El que s’havia desat és intacte; repetiu l’últim pas.',
  BUG: 'Ha passat una cosa inesperada a Clientela. El que s’havia desat és intacte; repetiu l’últim pas i informeu-ne si torna a passar.',
  place: {
    sheet: 'full «{sheet}»',
    record: 'registre {record}',
    line: 'línia {line}',
    column: 'columna «{column}»',
  },
} satisfies Translated<typeof en>;
