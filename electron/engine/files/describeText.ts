// What the text of a sample went through before it got here: encoded twice, and turned back where asked.
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { IssueTally } from './issueTally.ts';
import type { Sample } from './sample.ts';
import { repairDoubleEncoding, repairRecord } from './text/doubleEncoding.ts';

const EXAMPLES = 3;
const EXAMPLE_CHARACTERS = 40;

export interface DescribedText {
  /** The sample as it will be read. */
  readonly sample: Sample;
  readonly found: Inspection['doubleEncoded'];
  readonly issues: readonly Issue[];
}

function findDoubleEncoded(sample: Sample): Inspection['doubleEncoded'] {
  let count = 0;
  const examples: { written: string; repaired: string }[] = [];
  for (const { cells } of sample.records) {
    for (const cell of cells) {
      const repaired = repairDoubleEncoding(cell);
      if (repaired === undefined) continue;
      count++;
      if (examples.length < EXAMPLES) {
        const clip = (text: string): string => text.slice(0, EXAMPLE_CHARACTERS);
        examples.push({ written: clip(cell), repaired: clip(repaired) });
      }
    }
  }
  return count === 0 ? undefined : { count, examples };
}

/** Looks for values encoded twice; with `overrides.repairDoubleEncoding` the sample comes back repaired. */
export function describeDoubleEncoding(sample: Sample, overrides: ReadOverrides): DescribedText {
  const found = findDoubleEncoded(sample);
  if (found === undefined) return { sample, found, issues: [] };
  if (overrides.repairDoubleEncoding !== true) {
    // Not the whole cell: messages outlive erased persons, and personal columns are masked beside them.
    const example = /[^\p{ASCII}]+/u.exec(found.examples[0]?.written ?? '')?.[0] ?? '';
    const args = { count: found.count, example };
    return {
      sample,
      found,
      issues: [{ code: 'DOUBLE-ENCODED', severity: 'check', args, count: found.count }],
    };
  }
  const tally = new IssueTally();
  const records = sample.records.map((record) =>
    repairRecord(record, (line, count) => tally.add('DOUBLE-ENCODED-REPAIRED', 'note', { line, count })),
  );
  return { sample: { ...sample, records }, found, issues: tally.list() };
}
