// One sentence or two per error code: what happened, what was done, what to do. The names of the arguments are
// listed in shared/i18n/describeError.ts; a missing one is filled there, so a sentence never fails.
import type { ErrorCode } from '../../../errors.ts';

export const errors = {
  'SRC-NOT-A-FILE':
    '{file} is a folder or a device, not a file. Nothing was imported; choose the file itself.',
  'SRC-UNREADABLE':
    '{file} could not be opened. Check that it still exists and that you are allowed to read it, then try again.',
  'SRC-CHANGED':
    '{file} changed while it was being read. Nothing was imported; close it in other programs and import it again.',
  'SRC-WRONG-TYPE':
    '{file} does not contain what its name says (found: {found}). Nothing was imported; save it again as CSV or XLSX.',
  'SRC-UNSUPPORTED':
    '{file} is in a format that cannot be read (found: {found}). Save it as CSV or XLSX and import that file.',
  'SRC-TOO-MANY-COLUMNS':
    '{file} has too many columns (found: {found}, limit: {limit}). Nothing was imported; choose which columns to read, up to {limit}, or remove those you do not need.',
  'CSV-EMPTY': '{file} is empty. Nothing was imported; check that it was saved completely.',
  'CSV-BLANK': '{file} contains only blank lines. Nothing was imported; check that it was saved completely.',
  'CSV-BINARY':
    '{file} is not a text file: binary data was found at line {line}. Nothing was imported; export the table again as CSV or XLSX.',
  'CSV-HTML':
    '{file} is a web page with a table in it, whatever its name ends in. Nothing was imported; open it in a spreadsheet program, save it as XLSX and import that file.',
  'CSV-RECORD-TOO-LONG':
    'The record that starts at line {line} of {file} is longer than {limit} characters. Nothing was imported; check the quote character and the delimiter.',
  'CSV-UNCLOSED-QUOTE':
    'A quote opened at line {line} of {file} is never closed. Nothing was imported; correct that line or change the quote character.',
  'XLSX-ENCRYPTED': '{file} is protected with a password. Save it without the password and import that file.',
  'XLSX-DAMAGED':
    '{file} is damaged and could not be read. Nothing was imported; open it in a spreadsheet program, save it again and retry.',
  'XLSX-UNSAFE':
    '{file} is built in a way that is not safe to unpack. Nothing was imported; save it again in a spreadsheet program and retry.',
  'XLSX-TOO-LARGE':
    '{file} is too large once unpacked (limit: {limit}). Nothing was imported; save the sheet as CSV and import that file.',
  'XLSX-NO-ROWS': 'Sheet “{sheet}” of {file} has no rows. Nothing was imported; choose another sheet.',
  'XLS-TOO-LARGE':
    '{file} takes more than old workbooks are given (limit: {limit}). Nothing was imported; open it in a spreadsheet program, save it as XLSX and import that file.',
  'ZIP-SEVERAL':
    '{file} holds several files ({names}), so it is not clear which one is meant. Nothing was imported; unpack it and import the files one by one or together.',
  'ZIP-NO-TABLE':
    '{file} holds no text table (found: {found}). Nothing was imported; unpack it and import the spreadsheet itself.',
  'ZIP-DAMAGED':
    '{file} is damaged and could not be unpacked to its end. Nothing was imported; download or pack it again.',
  'ZIP-TOO-LARGE':
    '{file} is too large once unpacked (limit: {limit}). Nothing was imported; unpack it yourself and import the file inside.',
  'PROJECT-NOT-OURS':
    '{file} is not a Clientela project: {kind, select, empty {it is empty} zeros {it holds nothing but zeros, as after a failed copy} text {it is a text file} database {it is a database of another program} unknown {its content is not known} other {it is a {kind} file}}. It was left as it is; choose a file that ends in .clientela.',
  'PROJECT-NEWER':
    '{file} was saved by a newer version of Clientela (its format: {found}; this version reads up to {limit}). It was left as it is; install the newer version to open it.',
  'PROJECT-DAMAGED':
    '{file} is damaged. It was left as it is; save what can be read as a new project, or open a backup copy.',
  'PROJECT-FOREIGN-PART':
    '{file} contains a part that Clientela did not make ({kind, select, trigger {trigger} view {view} virtual {virtual table} index {index} other {table}} “{found}”). It was not opened, and nothing in it was run; open a backup copy of the project.',
  'PROJECT-FOREIGN-JOURNAL':
    'Beside {file} lies {found}, which belongs to another state of the file or to another project. Nothing was opened or changed; move {found} to another folder and open the project again.',
  'PROJECT-UNREACHABLE':
    '{file} cannot be reached: its drive may have been removed, the space you may use may be used up, or access was refused. What was saved before is intact; connect the drive again and reopen the project.',
  'PROJECT-READ-ONLY-PLACE':
    '{file} lies where nothing can be written, and {reason, select, older {it was saved by an earlier version and must be brought up to date} other {it was not closed properly and must be put in order}} first. Copy it, with the files of the same name beside it, to a folder of your own and open the copy.',
  'SALVAGE-NOTHING':
    'Nothing could be read from {file}. It was left as it is; open a backup copy of the project.',
  'PROJECT-IN-USE': '{file} is already open elsewhere ({owner}). Close it there and open it again.',
  'PROJECT-READ-ONLY':
    'This project is open for reading only, so nothing was changed. Save a copy in a folder where you can write.',
  'PROJECT-MISSING': '{file} is no longer there. It may have been moved or renamed; find it with Open.',
  'PROJECT-NONE-OPEN': 'No project is open. Open one or create a new one.',
  'PROJECT-EXISTS': '{file} already exists and was not overwritten. Choose another name.',
  'DISK-FULL':
    '{drive} has too little free space (free: {freeMb} MB, needed: {neededMb} MB). What was saved before is intact; free some space and try again.',
  'SOURCE-UNKNOWN': 'This source is no longer in the project. Nothing was changed.',
  'SOURCE-NO-KEY':
    '“{source}” has no customer key. Nothing was imported; mark the column that identifies each customer.',
  'SOURCE-NO-DATE':
    '“{source}” has no date column. Nothing was imported; mark the column with the date of each order.',
  'SOURCE-NO-AMOUNT':
    '“{source}” has no amount. Nothing was imported; mark the amount column, or quantity and unit price.',
  'FIELD-UNKNOWN': 'Column “{column}” is not in this source. Nothing was changed; check the mapping.',
  'SRC-ALREADY-IMPORTED':
    '{file} is already in this project: it was imported as “{source}” on {date}. Nothing was imported; choose “Import it again anyway” if you want it twice.',
  'SNAPSHOT-UNKNOWN': 'This import of the source is no longer in the project. Nothing was changed.',
  'SNAPSHOT-IN-USE': 'This import is the one in use, so it was not removed. Choose another one first.',
  'SNAPSHOT-OTHER-TABLE':
    '{file} has none of the columns of “{source}”. Nothing was imported; import it as a source of its own.',
  'STEP-UNKNOWN': 'This fix is no longer in the project. Nothing was changed.',
  'STEP-UNFIT':
    'This fix does not suit column “{column}”. Nothing was changed; check its value and the type of the column.',
  'CORRECTION-INVALID':
    'Record {record} still cannot be loaded: column “{column}” does not accept the value. Nothing was changed; correct that cell.',
  'NO-CUSTOMERS': 'The project has no customers yet. Import customers or transactions first.',
  'NO-CUSTOMER-VALUE':
    'Customer value has not been estimated for these customers. Turn it on under the features and let them compute.',
  'FEATURE-UNKNOWN':
    'Feature “{feature}” is not in this project. Nothing was computed; choose from the list of features.',
  'FEATURE-EXISTS': 'There is a feature “{name}” already. Nothing was changed; choose another name.',
  'FEATURE-NEEDED': '“{name}” is used by “{by}”. Nothing was changed; change or remove that feature first.',
  'FEATURE-UNFIT':
    '“{feature}” cannot be used here: {wanted, select, number {a feature with numbers is needed} several {at least two items are needed} order {the lowest answer must be below the highest} alike {features to compare customers by are needed} cuts {cut points must differ and rise} other {it has another type}}. Nothing was changed.',
  'FORMULA-SYNTAX':
    'The formula could not be read at character {at}, near “{found}”. Names with spaces stand in square brackets: [Average basket].',
  'FORMULA-ENDS':
    'The formula ends too early, at character {at}: {wanted, select, value {a number or a feature is still missing} parenthesis {a closing parenthesis is missing} bracket {the closing bracket ] of a name is missing} other {the closing quotation mark of a text is missing}}.',
  'FORMULA-NAME':
    '“{name}” at character {at} is neither a feature of this project nor a function. Names with spaces stand in square brackets.',
  'FORMULA-AMBIGUOUS':
    '“{name}” at character {at} could be any of these features: {names}. Write it exactly as the one that you mean.',
  'FORMULA-ARGUMENTS':
    '“{name}” at character {at} needs {least, plural, one {# value} other {# values}} in its parentheses, found: {found}.',
  'FORMULA-UNITS':
    'At character {at}, {left, select, money {an amount of money} days {days} years {years} count {a number of things} share {a share} other {one unit}} and {right, select, money {an amount of money} days {days} years {years} count {a number of things} share {a share} other {another unit}} cannot be added or compared. Divide or multiply them, or use features of the same unit.',
  'FORMULA-TYPE':
    'At character {at} {wanted, select, number {a number is needed, not a text} condition {a condition is needed, such as frequency > 1} same {a number and a text cannot be compared} other {texts can only be compared with = and ≠}}.',
  'FORMULA-CYCLE': '“{name}” would need itself. Nothing was changed; take it out of the formula.',
  'REFERENCE-UNKNOWN':
    'This project has no such reference any more. Nothing was changed; open the list of references again.',
  'REFERENCE-LEVEL':
    '“{level}” is not a range of numbers. The reference was not kept; write the level as 18–24, under 18 or 65+.',
  'TOO-FEW-CUSTOMERS':
    'There are too few customers with values for the chosen features (found: {found}, needed: {limit}). Nothing was computed; choose features with fewer gaps.',
  'TOO-FEW-FEATURES':
    'Too few features are chosen (chosen: {found}, needed: {limit}). Choose more in Features.',
  'MIXTURE-NO-NUMBER':
    'A Gaussian mixture looks at numbers with more than two different values, and none of the chosen features is one: yes/no, categories and constants are left out. Nothing was calculated; choose such a number in Features, or k-medoids or k-prototypes as the method.',
  'K-TOO-LARGE':
    'There are not enough different customers for this number of segments (asked: {k}, possible: {limit}). Choose a smaller number.',
  'TIME-TOO-SHORT':
    'No solution was finished within {found} s. Nothing was put into use; give more time or let fewer features and methods take part.',
  'NO-GROUPS':
    'There are no clear groups in these features: customers without groups would separate as well. Nothing was put into use; take value tiers or RFM segments where the project knows what customers are worth, or name a method yourself for a division that is practical only.',
  'VALUE-TOO-LARGE':
    '“{column}” holds a value that is too large to calculate with. Nothing was calculated; correct the value or leave this feature out.',
  'MODEL-MISSING':
    'These segments hold no model: an earlier version made them, or the only customer of one of them was erased. Run the segmentation again.',
  'METHOD-UNKNOWN': 'The method “{method}” is not available. Nothing was computed; choose one from the list.',
  'SEGMENTATION-UNKNOWN': 'This segmentation is no longer in the project. Nothing was changed.',
  'SEGMENT-UNKNOWN': 'This segment is no longer in the project. Nothing was changed.',
  'PERSONA-UNKNOWN': 'This persona is no longer in the project. Nothing was changed.',
  'CUSTOMER-UNKNOWN': 'This customer is in none of the project’s sources. Nothing was changed.',
  'ERASE-FILE-READ':
    'The customer is erased, but another program is reading {file}, so old data may remain in the file. Close that program and then this project: closing it removes them.',
  'CAMPAIGN-UNKNOWN': 'This campaign is no longer in the project. Nothing was changed.',
  'ACTION-UNKNOWN': 'This action is no longer in the plan. Nothing was changed.',
  'PLAYBOOK-BROKEN':
    'The playbook {file} cannot be used (at: {field}). No plan was made; correct the playbook or install Clientela again.',
  'RULE-MISSING':
    'No short rule describes this segment. Save the rules of all segments instead: they place every customer.',
  'RULE-FORMULA-LONG':
    'As one formula this has {found} characters, and Excel takes {limit} at most. Nothing was written. Choose another form, such as SQL or JSON; shorter column names in the file make the formula shorter.',
  'NO-SEGMENTS': 'No segments are in use yet. Choose a solution in Explore and use its segments.',
  'NO-PLAN': 'There is no campaign plan yet. Propose one in Campaigns.',
  'FILE-UNKNOWN': 'The chosen file is no longer known. Choose it again.',
  'JOB-UNKNOWN': 'This task has already ended.',
  'JOB-CANCELLED': 'Cancelled. The project is as it was before.',
  'EXPORT-TARGET':
    '{reason, select, project {{file} is the open project, so nothing was written. Choose another name.} folder {{file} is a folder, so nothing was written. Give the file a name.} reserved {{file} is a name that the system keeps for itself, so nothing was written. Choose another name.} exists {{file} already exists and was not overwritten. Choose another name.} missing {The folder of {file} is not there, so nothing was written. Choose another folder.} denied {{file} could not be written: the folder is read-only, or the file is open in another program. Choose another folder or close the file.} other {{file} could not be written. Choose another name or folder.}}',
  'INPUT-INVALID':
    'The value for {field} was not accepted (found: {found}). Nothing was changed; correct it and try again.',
  'NOTHING-TO-UNDO': 'There is nothing to undo.',
  'NOTHING-TO-REDO': 'There is nothing to redo.',
  'RUN-UNKNOWN': 'This result is no longer in the project. Compute it again.',
  'RECIPE-INVALID':
    'The recipe {file} is not valid (at: {field}). Nothing was run; correct it and try again.',
  'ENGINE-STOPPED':
    'The calculation process stopped and was started again. Saved work is intact; repeat the last step.',
  BUG: 'Something unexpected happened inside Clientela. Saved work is intact; repeat the last step, and report it if it happens again.',
  place: {
    sheet: 'sheet “{sheet}”',
    record: 'record {record}',
    line: 'line {line}',
    column: 'column “{column}”',
  },
} as const satisfies Record<ErrorCode, string> & { readonly place: Readonly<Record<string, string>> };
