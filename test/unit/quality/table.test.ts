// Findings show no personal data: examples of such columns are masked, also where the column is the customer key.
import { expect, test } from 'vitest';
import { about } from '../../../electron/engine/jobs/quality/table.ts';
import type { CheckedTable } from '../../../electron/engine/jobs/quality/table.ts';
import type { Field } from '../../../shared/model/source.ts';

const source = { id: 1, name: 'Customers' } as CheckedTable['source'];

function shown(role: Field['role'], pii: Field['pii']): string | undefined {
  const field = { position: 0, name: 'Login', type: 'text', role, pii } as Field;
  const examples = [{ word: 'marta@alba.es', count: 2 }];
  return about({ source }, field, 'duplicateKeys', 'accurate', 'should', { examples }).examples[0]?.word;
}

test('an address that serves as the key is masked, a plain key is not', () => {
  expect([shown('contact', 'email'), shown('customerKey', 'email'), shown('customerKey', null)]).toEqual([
    'm•••@•••.es',
    'm•••@•••.es',
    'marta@alba.es',
  ]);
});
