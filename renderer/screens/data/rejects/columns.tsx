// Columns of the list of rejected records: line, state and reason, then every column of the file.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../../shared/model/issue.ts';
import type { Field, Source } from '../../../../shared/model/source.ts';
import { type GridColumn, useFigures } from '../../../ui/index.ts';
import { RejectCell } from './RejectCell.tsx';
import { RejectReason, RejectState } from './RejectState.tsx';

export interface CellName {
  readonly name: string;
  /** What it was imported as; undefined = not imported, or one cell too many. */
  readonly field: Field | undefined;
}

/** Names of the cells of a record, in the file's order. */
export function useCellNames(
  source: Source,
  inFile: readonly (number | null)[],
  size: number,
): readonly CellName[] {
  const t = useTranslations('fixes.rejects');
  return useMemo(
    () =>
      Array.from({ length: size }, (_, at) => {
        const field = source.fields.find(({ position }) => position === inFile[at]);
        return { field, name: field?.name ?? t('cell', { number: at + 1 }) };
      }),
    [source.fields, inFile, size, t],
  );
}

/** Place of the cell at fault, or the first one. */
export const firstCell = (names: readonly CellName[], { column }: SourceIssue): number =>
  Math.max(
    0,
    names.findIndex(({ name }) => name === column),
  );

/** @param expected cells of a record of the file */
export function useRejectColumns(
  source: Source,
  names: readonly CellName[],
  expected: number,
): readonly GridColumn<SourceIssue>[] {
  const t = useTranslations('data');
  const w = useTranslations('fixes.rejects');
  const figures = useFigures();
  return useMemo((): readonly GridColumn<SourceIssue>[] => {
    const named = (
      key: string,
      name: string,
      rest: Pick<GridColumn<SourceIssue>, 'cell'> & Partial<GridColumn<SourceIssue>>,
    ) => ({ key, name, header: name, ...rest });
    const partsOf = (issue: SourceIssue, row: number) => ({
      sourceId: source.id,
      issue,
      row,
      first: firstCell(names, issue),
    });
    const cells = names.map(({ name, field }, at) =>
      named(`cell${at}`, name, {
        widthPx: 150,
        cell: (issue, row) => {
          const size = Math.max(issue.cells?.length ?? 0, expected);
          if (!issue.cells?.length || at >= size) return null;
          return <RejectCell {...partsOf(issue, row)} at={at} name={name} field={field} size={size} />;
        },
      }),
    );
    return [
      named('line', t('line'), {
        align: 'end',
        widthPx: 84,
        cell: ({ lines }) => figures.count(lines[0] ?? 0),
      }),
      named('state', w('state'), {
        widthPx: 140,
        cell: (issue, row) => <RejectState {...partsOf(issue, row)} />,
      }),
      named('reason', t('rejects.reason'), {
        widthPx: 320,
        cell: (issue, row) => <RejectReason {...partsOf(issue, row)} />,
      }),
      ...cells,
    ];
  }, [source.id, names, expected, figures, t, w]);
}
