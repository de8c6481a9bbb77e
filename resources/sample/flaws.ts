// The deliberate flaws of the sample: few, each of a kind met in practice, at fixed places so that tests can count them.

export type Cells = readonly string[];

/** Rows counted from 0 after the header. The numbers are the same in every language. */
export const FLAWS = {
  customers: {
    impossibleDates: [301, 2207],
    extraCells: [1404],
    duplicates: [250, 900, 1550, 2200, 2850, 3500],
  },
  orders: {
    impossibleDates: [777, 7_070, 14_014],
    spacedKeys: [120, 3_456, 9_001, 12_345, 15_900],
    unknownKeys: [640, 5_120, 10_240, 15_360],
    missingCategories: [88, 1_888, 8_888, 13_888, 15_888],
    duplicates: [4_321, 11_111],
  },
} as const;

const COLUMN = { birthDate: 3, city: 5, orderDate: 1, orderCustomer: 2, orderCategory: 3 } as const;

function change(rows: Cells[], places: readonly number[], edit: (cells: string[]) => void): void {
  for (const place of places) {
    const row = rows[place];
    if (!row) throw new RangeError(`the sample has no row ${place}`);
    const cells = [...row];
    edit(cells);
    rows[place] = cells;
  }
}

/** Copies rows and appends them, each after an optional edit. */
function repeat(rows: Cells[], places: readonly number[], edit: (cells: string[]) => void): void {
  for (const place of places) {
    const cells = [...(rows[place] ?? [])];
    edit(cells);
    rows.push(cells);
  }
}

/** `impossible` is 30 February in the language's date format; `city` is where duplicated customers moved to. */
export function spoilCustomers(
  rows: readonly Cells[],
  impossible: string,
  city: string,
  remark: string,
): readonly Cells[] {
  const spoilt = [...rows];
  change(spoilt, FLAWS.customers.impossibleDates, (cells) => {
    cells[COLUMN.birthDate] = impossible;
  });
  change(spoilt, FLAWS.customers.extraCells, (cells) => {
    cells.push(remark);
  });
  repeat(spoilt, FLAWS.customers.duplicates, (cells) => {
    cells[COLUMN.city] = city;
  });
  return spoilt;
}

export function spoilOrders(rows: readonly Cells[], impossible: string): readonly Cells[] {
  const spoilt = [...rows];
  change(spoilt, FLAWS.orders.impossibleDates, (cells) => {
    cells[COLUMN.orderDate] = impossible;
  });
  change(spoilt, FLAWS.orders.spacedKeys, (cells) => {
    cells[COLUMN.orderCustomer] = ` ${cells[COLUMN.orderCustomer]} `;
  });
  change(spoilt, FLAWS.orders.unknownKeys, (cells) => {
    cells[COLUMN.orderCustomer] = `9${(cells[COLUMN.orderCustomer] ?? '').slice(1)}`;
  });
  change(spoilt, FLAWS.orders.missingCategories, (cells) => {
    cells[COLUMN.orderCategory] = '';
  });
  repeat(spoilt, FLAWS.orders.duplicates, () => {});
  return spoilt;
}
