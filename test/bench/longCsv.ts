// The long table that the benchmarks import: order lines in seven columns, about 50 bytes a record, or in twelve.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const CATEGORIES = ['Shoes', 'Dresses', 'Kids', 'Home', 'Sports', 'Bags'];
const CHANNELS = ['shop', 'mobile', 'web'];
const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2023, 0, 1);

const CITIES = ['São Paulo', 'Recife', 'Curitiba', 'Manaus', 'Salvador', 'Porto Alegre', 'Belém', 'Goiânia'];
const MORE_COLUMNS = ',City,Store,Coupon,Discount,Delivered';

/** What else one may know about an order line, made from its number. */
function moreCells(at: number): string {
  const coupon = at % 5 === 0 ? `WELCOME${at % 97}` : '';
  const delivered = new Date(FIRST_DAY_MS + ((at * 7919) % 1000) * DAY_MS).toISOString().slice(0, 10);
  return `,${CITIES[(at * 31) % 8]},Store ${1 + ((at * 17) % 140)},${coupon},${(at % 30) / 2},${delivered}`;
}

/**
 * Writes `records` records after a header; the same ones every time.
 * @param note letters of a text column at the end
 * @param more five columns more
 */
export async function writeLongCsv(path: string, records: number, note = 0, more = false): Promise<void> {
  const file = createWriteStream(path);
  const header = `Order,Date,Customer,Category,Quantity,Amount,Channel${more ? MORE_COLUMNS : ''}`;
  file.write(`${header}${note > 0 ? ',Note' : ''}\n`);
  const words = 'asked for a smaller size and for delivery on a weekday '.repeat(Math.ceil(note / 50) + 1);
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  let part = '';
  for (let at = 0; at < records; at++) {
    const day = new Date(FIRST_DAY_MS + next(1000) * DAY_MS).toISOString().slice(0, 10);
    const cents = 100 + next(40_000);
    const customer = 100_000 + next(Math.max(10, records / 12));
    part += `${1_000_000 + at},${day},C${customer},${CATEGORIES[next(6)]},${1 + next(4)},${cents / 100},${CHANNELS[next(3)]}`;
    if (more) part += moreCells(at);
    if (note > 0) part += `,${words.slice(at % 50, (at % 50) + note).trim()} ${at}`;
    part += '\n';
    if (part.length < 1_000_000) continue;
    if (!file.write(part)) await once(file, 'drain');
    part = '';
  }
  file.end(part);
  await finished(file);
}
