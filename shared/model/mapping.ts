// From proposals to the mapping that an import needs; the same for the wizard, the sample and the command line.
import type { ColumnMapping } from './source.ts';
import type { ColumnProposal } from './inspection.ts';

/** Accepts every proposal as it is. */
export function mappingOf(columns: readonly ColumnProposal[]): ColumnMapping[] {
  return columns.map(
    ({ position, name, type, role, criterion, decimal, thousands, dateOrder, header, pii }) => ({
      position,
      name,
      type,
      role,
      criterion,
      decimal,
      thousands,
      dateOrder,
      header,
      pii,
    }),
  );
}
