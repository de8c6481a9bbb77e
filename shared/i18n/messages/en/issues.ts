// One sentence per warning or rejection of a file: what was found and what was done with it.
import type { IssueCode } from '../../../model/issue.ts';

export const issues = {
  BOM: 'The file says that its encoding is {encoding}; it was read that way.',
  'ENCODING-GUESSED':
    'The encoding was recognised as {encoding} by its letters; check that these words are right: “{samples}”.',
  'ENCODING-CONFIRM':
    'The encoding is probably {encoding}, but this is not certain; confirm it before importing.',
  'DOUBLE-ENCODED':
    '{count, plural, one {# value looks} other {# values look}} encoded twice (such as {example}); the file was damaged before it got here. Fix it with one click, or it is read as it is.',
  'DOUBLE-ENCODED-REPAIRED':
    '{count, plural, one {# value was} other {# values were}} encoded twice and {count, plural, one {was} other {were}} turned back, as you asked.',
  'DELIMITER-CLOSE':
    'The delimiter was taken to be “{delimiter}”, but “{runnerUp}” fits almost as well; check the preview.',
  'QUOTE-DIALECT': 'Cells are quoted with “{quote}”, and a quote inside a cell is marked with “{escape}”.',
  'QUOTES-REPAIRED':
    '{count, plural, one {# record has} other {# records have}} a stray quote inside a quoted cell; it was kept as text.',
  'QUOTES-AS-TEXT': 'Quotes are read as ordinary text, as you asked.',
  PREAMBLE:
    '{count, plural, one {# line above the header was skipped} other {# lines above the header were skipped}}.',
  'HEADER-ROWS': 'The header spans {count} rows; they were joined into one name per column.',
  'SECOND-TABLE':
    'A second table starts at line {line}; the import stops before it. It can be imported as a source of its own.',
  'TOTALS-ROW':
    '{line, select, 0 {The last line} other {Line {line}}} looks like a totals row{sums, plural, =0 {} one { (# column adds up to it)} other { (# columns add up to it)}}; it is loaded as an ordinary record unless you leave it out.',
  'HEADER-DUPLICATE':
    '{count, plural, one {# column has} other {# columns have}} the same header as another; a number was added to tell them apart.',
  'HEADER-ALIKE':
    '{count, plural, one {# header differs} other {# headers differ}} from another only in case or accents’ form ({example}); they are kept as separate columns.',
  'HEADER-EMPTY':
    '{count, plural, one {# column has no header; it is shown by its position} other {# columns have no header; they are shown by their position}}.',
  'HEADER-LIKE': 'The header on line {line} contains numbers and may be data; check it.',
  'NO-ROWS': 'There is nothing below the header: no records to load.',
  'NO-HEADER': 'No header was found; columns are shown by their position.',
  'NUL-CHARACTERS':
    '{count, plural, one {# cell contains} other {# cells contain}} NUL characters; they are kept here and left out of exports.',
  'CONTROL-CHARACTERS':
    '{count, plural, one {# cell contains} other {# cells contain}} characters that cannot be shown (such as {example}); they are marked in exports.',
  'FEWER-CELLS':
    '{count, plural, one {# record has} other {# records have}} fewer cells than the header; the rest is taken as missing.',
  'DATE-AMBIGUOUS':
    'The dates can be read day first ({dayFirst}) or month first ({monthFirst}); choose the order.',
  'DATE-SURE':
    '{order, select, mdy {Dates are read month first} other {Dates are read day first}}: {count, plural, one {# value allows} other {# values allow}} no other reading.',
  'DECIMAL-AMBIGUOUS':
    'The decimal separator is unclear: {dot} values suggest a point, {comma} a comma; choose one.',
  'NULL-WORDS':
    '{count, plural, one {# value such as “{word}” is taken as missing} other {# values such as “{word}” are taken as missing}}.',
  'CURRENCY-MIXED':
    'The amounts are in several currencies ({currencies}); they are read as plain numbers, so sums mix them.',
  'EMAIL-INVALID':
    '{count, plural, one {# value is not a usable e-mail address} other {# values are not usable e-mail addresses}} (without @: {noAt}; several in one cell: {several}; faulty domain: {domain}; other: {other}); what was written is kept.',
  'FORMULA-CELLS':
    '{count, plural, one {# cell contains a formula} other {# cells contain formulas}}; the saved result is used.',
  'FORMULA-NO-VALUE':
    '{count, plural, one {# formula has no saved result and is taken as missing} other {# formulas have no saved result and are taken as missing}}; open the file in a spreadsheet program and save it to calculate {count, plural, one {it} other {them}}.',
  'ERROR-CELLS':
    '{count, plural, one {# cell contains an error such as {value} and is taken as missing} other {# cells contain errors such as {value} and are taken as missing}}.',
  'MERGED-CELLS':
    '{count, plural, one {# merged range was} other {# merged ranges were}} found; only the first cell of each holds a value.',
  'HIDDEN-PARTS':
    '{count, plural, one {# hidden row or column was} other {# hidden rows or columns were}} loaded too.',
  'OTHER-SHEETS': '{count, plural, one {# other sheet has} other {# other sheets have}} rows: {names}.',
  'LEADING-ZEROS':
    '{count, plural, one {# value starts} other {# values start}} with zero; the column is kept as text so that nothing is lost.',
  'SHOWN-DIFFERENTLY':
    '{count, plural, one {# number is} other {# numbers are}} shown otherwise than stored, as {stored} shown as {shown}; {loaded, select, shown {the shown text was} other {the stored number was}} loaded, and the column’s details let you change that.',
  'VALUE-INVALID': 'The value does not suit the column; the record was kept aside.',
  'KEY-MISSING':
    '{count, plural, one {# record has no customer key; it is loaded but belongs} other {# records have no customer key; they are loaded but belong}} to no customer.',
  'KEY-DUPLICATE':
    '{count, plural, one {# customer key occurs} other {# customer keys occur}} more than once.',
  'COLUMN-GONE':
    'The source had this column before, but the file does not; its values are missing in this import.',
  'COLUMN-NEW': 'The source did not have this column before; it was added.',
  'KEYS-CHANGED':
    '{count, plural, one {# new customer key has} other {# new customer keys have}} the e-mail, phone or name of a key that is gone; they are loaded as new customers. If they are the same people, say so under “Data quality”.',
  'CONSENT-RETURNED':
    '{count, plural, one {# customer who had refused consent has} other {# customers who had refused consent have}} given it in this file; it is used as the file says. Check that they agreed again.',
  'MORE-CELLS': 'The record has {cells} cells, the header only {expected}; it was kept aside.',
  'INVALID-BYTES':
    'The record contains {count, plural, one {# byte} other {# bytes}} that the encoding does not allow (the first at byte {offset} of the file); it was kept aside.',
  'CELL-TOO-LONG': 'A cell is longer than {limit} characters; the record was kept aside.',
  'WRONG-DELIMITER':
    'The record uses “{delimiter}” as its delimiter, unlike the rest of the file; it was kept aside.',
  'STRING-INDEX':
    'A cell refers to a text that the workbook does not contain ({index}); the record was kept aside.',
  'NOT-A-NUMBER': 'The value is not a number; the record was kept aside.',
  'NOT-A-DATE': 'The value is not a date that exists; the record was kept aside.',
  'NOT-A-BOOLEAN': 'The value is neither yes nor no; the record was kept aside.',
  'CELL-OUT-OF-RANGE': 'A cell lies outside the sheet ({reference}); the record was kept aside.',
  'TOTALS-LEFT-OUT': 'The record sums up the others; it was left out, as you asked.',
  'ERASED-PERSON':
    'The record is of a person who was erased from this project; it was left out and none of its cells were kept.',
} as const satisfies Record<IssueCode, string>;
