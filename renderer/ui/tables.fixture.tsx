// Grid, tables, banner, empty and error states.
import { IconUsers } from '@tabler/icons-react';
import type { Fixture } from '../gallery/fixture.ts';
import {
  Banner,
  Button,
  DataGrid,
  EmptyState,
  ErrorState,
  IssueTable,
  Panel,
  SplitPane,
  Toolbar,
  WhyFacts,
  type GridColumn,
  type IssueView,
} from './index.ts';

interface Row {
  readonly line: number;
  readonly values: readonly string[];
}

const rowsAt = (offset: number, limit: number): Promise<readonly Row[]> =>
  Promise.resolve(
    Array.from({ length: limit }, (_, index) => {
      const line = offset + index + 2;
      return { line, values: [`P-${104417 + line}`, 'K-20817', 'Camisa', String((line * 7) % 90)] };
    }),
  );

const COLUMNS: readonly GridColumn<Row>[] = [
  { key: 'line', header: 'Line', name: 'Line', widthPx: 72, align: 'end', cell: (row) => row.line },
  ...['Nº pedido', 'Cliente', 'Familia', 'Importe'].map(
    (header, index): GridColumn<Row> => ({
      key: header,
      header,
      name: header,
      align: index === 3 ? 'end' : 'start',
      sortable: true,
      cell: (row) => row.values[index] ?? '',
    }),
  ),
];

const ISSUES: readonly IssueView[] = [
  {
    id: '1',
    severity: 'rejected',
    what: 'Impossible date',
    column: 'Fecha',
    lines: [41207, 41391, 98004],
    example: '31/02/2025',
    done: 'kept out',
    toDo: 'Correct it under “Rejected”',
    rows: 19,
  },
  {
    id: '2',
    severity: 'check',
    what: 'Dot as thousands mark',
    column: 'Importe',
    lines: [7, 2316],
    example: '1.240',
    done: 'converted',
    toDo: 'Check these lines',
    rows: 312,
  },
  {
    id: '3',
    severity: 'note',
    what: 'Spellings that differ by case',
    column: null,
    lines: [318],
    example: 'PANTALON',
    done: 'merged',
    toDo: 'Nothing',
    rows: 1904,
  },
];

const Grid = () => (
  <div style={{ height: 700, display: 'flex', flexDirection: 'column' }}>
    <Toolbar title="Data" actions={<Button variant="primary">Import files</Button>} />
    <Banner tone="ok" actions={<Button size={24}>Open it</Button>} onDismiss={() => undefined}>
      Saved at 11:03; nothing is lost.
    </Banner>
    <SplitPane
      aside={
        <Panel title="Why 38?" note="Kids’ items">
          <WhyFacts
            why={{
              text: '6.3% of items bought here are for kids, 16.6% overall.',
              formula: '6.3 ÷ 16.6 × 100 = 38',
              n: '1,179',
              source: 'Familia',
            }}
          />
        </Panel>
      }
    >
      <DataGrid
        label="Rows"
        columns={COLUMNS}
        rowCount={1_000_000}
        rowsAt={rowsAt}
        version="1"
        pinnedColumns={1}
        onSort={() => undefined}
        sort={[{ key: 'Importe', descending: true }]}
        rowTone={(row) => (row.line === 6 ? 'bad' : undefined)}
      />
    </SplitPane>
    <Panel title="Issues" note="37 rows rejected" padded={false} edge="top">
      <IssueTable issues={ISSUES} />
    </Panel>
  </div>
);

const States = () => (
  <div style={{ display: 'flex', height: 400 }}>
    <EmptyState icon={IconUsers} title="No segments yet" actions={<Button variant="primary">Explore</Button>}>
      Segments come from a solution that you choose in Explore.
    </EmptyState>
    <ErrorState
      title="The file could not be read"
      code="CSV-UNCLOSED-QUOTE"
      actions={<Button>Choose another file</Button>}
    >
      A quotation mark on line 41,207 is never closed. Nothing was imported.
    </ErrorState>
  </div>
);

export const fixtures: readonly Fixture[] = [
  { id: 'ui-grid', render: () => <Grid /> },
  { id: 'ui-states', render: () => <States /> },
];
