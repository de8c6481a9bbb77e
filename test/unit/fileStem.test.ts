// Names of sources and projects from names of files.
import { expect, test } from 'vitest';
import { fileStem } from '../../shared/fileStem.ts';

test.each([
  ['sales.csv', 'sales'],
  ['sales.csv.gz', 'sales'],
  ['Sales.CSV.ZIP', 'Sales'],
  ['sales.gz', 'sales'],
  ['ventas 2024.01.xlsx', 'ventas 2024.01'],
  ['orders.2024-2025', 'orders.2024-2025'],
  ['sales', 'sales'],
  ['.csv', '.csv'],
] as const)('%s is called %s', (file, stem) => {
  expect(fileStem(file)).toBe(stem);
});
