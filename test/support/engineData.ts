// A small shop made by hand for engine tests: 40 loyal customers and 40 occasional ones, their orders, a survey.
// Everything is arithmetic on the customer's number, so that any figure can be worked out on paper.

export const CUSTOMERS = 80;
const LOYAL = 40;

/** `K001` … `K080`. */
export const keyOf = (n: number): string => `K${String(n).padStart(3, '0')}`;

const table = (rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;

/** Consent: every customer whose number is not divisible by 4. E-mail: every one but the multiples of 10. */
export function customersCsv(): string {
  const rows: (string | number)[][] = [['Customer', 'E-mail', 'E-mail consent', 'City', 'Age']];
  for (let n = 1; n <= CUSTOMERS; n++) {
    const mail = n % 10 === 0 ? '' : `k${n}@shop.invalid`;
    rows.push([keyOf(n), mail, n % 4 === 0 ? 'no' : 'yes', n % 2 === 0 ? 'Vic' : 'Olot', 20 + (n % 50)]);
  }
  return table(rows);
}

/** Loyal customers: six orders of 100 + n. Occasional ones: one order of 10 + n / 10. */
export function ordersCsv(): string {
  const rows: (string | number)[][] = [['Order', 'Date', 'Customer', 'Amount', 'Channel']];
  let order = 0;
  for (let n = 1; n <= CUSTOMERS; n++) {
    const loyal = n <= LOYAL;
    for (let times = 0; times < (loyal ? 6 : 1); times++) {
      const month = loyal ? 12 - times : 1 + (n % 3);
      const date = `2025-${String(month).padStart(2, '0')}-${String(10 + (n % 15)).padStart(2, '0')}`;
      const channel = (n + times) % 3 === 0 ? 'mobile' : 'shop';
      rows.push([10_001 + order++, date, keyOf(n), loyal ? 100 + n : 10 + n / 10, channel]);
    }
  }
  return table(rows);
}

export const ORDERS = LOYAL * 6 + (CUSTOMERS - LOYAL);

/** Half of the customers answered. */
export function surveyCsv(): string {
  const rows: (string | number)[][] = [['Customer', 'Looks for bargains', 'Comfort first']];
  for (let n = 1; n <= CUSTOMERS; n += 2) rows.push([keyOf(n), 1 + (n % 5), 1 + ((n * 3) % 5)]);
  return table(rows);
}
