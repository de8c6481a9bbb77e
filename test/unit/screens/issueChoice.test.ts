import { describe, expect, it } from 'vitest';
import {
  filterOf,
  issueColumns,
  issuesShown,
  WHOLE_LIST,
} from '../../../renderer/screens/data/issueChoice.ts';
import type { Issue } from '../../../shared/model/issue.ts';

const preamble: Issue = { code: 'PREAMBLE', severity: 'note', args: {} };
const dates: Issue = { code: 'DATE-AMBIGUOUS', severity: 'check', args: {}, column: 'Date' };
const zeros: Issue = { code: 'LEADING-ZEROS', severity: 'note', args: {}, column: 'Key' };
const broken: Issue = { code: 'VALUE-INVALID', severity: 'check', args: {}, column: 'Date', count: 3 };
const issues = [preamble, dates, zeros, broken];

describe('what an issue list is narrowed to', () => {
  it('is everything at first', () => {
    expect(issuesShown(issues, WHOLE_LIST)).toEqual(issues);
    expect(filterOf(WHOLE_LIST)).toEqual({});
  });

  it('is a severity, a column, or both', () => {
    expect(issuesShown(issues, { severity: 'note', column: '' })).toEqual([preamble, zeros]);
    expect(issuesShown(issues, { severity: 'all', column: 'Date' })).toEqual([dates, broken]);
    expect(issuesShown(issues, { severity: 'note', column: 'Date' })).toEqual([]);
    expect(filterOf({ severity: 'check', column: 'Date' })).toEqual({ severity: 'check', column: 'Date' });
  });

  it('offers each column once', () => {
    expect(issueColumns(issues)).toEqual(['Date', 'Key']);
  });
});
