// The door to everything that reads spreadsheets: inspect, read, fingerprint, and the parsers of single values.
export { checkCells } from './checkRecord.ts';
export type { RecordGuard } from './cells/blockFiller.ts';
export { type CellBatch, type CellSummary, readCells } from './cells/readCells.ts';
export { FingerprintTable } from './cells/fingerprintTable.ts';
export { Fingerprints, LANES } from './cells/fingerprints.ts';
export { UNNUMBERED, type WordLimits, WordTable } from './cells/wordTable.ts';
export type { ColumnCells, ColumnForm } from './cells/columnCells.ts';
export { barsOfValues } from './columns/bars.ts';
export { shapeOf } from './columns/layouts.ts';
export { hashFile, hashHead } from './hashFile.ts';
export { inspectFile } from './inspectFile.ts';
export { inspectWithLayouts } from './inspectWithLayouts.ts';
export {
  type CancelSignal,
  type LoadedRecord,
  type ReadSummary,
  type RecordBatch,
  readRecords,
} from './readRecords.ts';
export { refuseUnfit } from './refuseUnfit.ts';
export { parseBoolean } from './values/boolean.ts';
export { parseDate } from './values/date.ts';
export { readReference } from './readReference.ts';
export { contactFaultOf } from './values/contactFault.ts';
export { isMissingValue, isNullWord } from './values/missing.ts';
export { type NumberStyle, parseNumber } from './values/number.ts';
