// Turns the drawn sample into the cells and bytes of one language's three files.
import iconv from 'iconv-lite';
import type { SampleCustomer } from './customers.ts';
import { spoilCustomers, spoilOrders, type Cells } from './flaws.ts';
import type { SampleLanguage } from './languages.ts';
import type { SampleLine } from './orders.ts';
import type { SampleAnswer } from './survey.ts';

function dateText(language: SampleLanguage, day: number): string {
  const [year = '', month = '', dayOfMonth = ''] = new Date(day * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return language.date(year, month, dayOfMonth);
}

function numberText(language: SampleLanguage, value: number): string {
  const text = Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100);
  return text.replace('.', language.decimal);
}

/** Price tags of the country: whole, and rounded to what shops there print. */
function localPrice(language: SampleLanguage, euro: number): number {
  const { factor, step, less } = language.price;
  return Math.max(step, Math.round((euro * factor) / step) * step) - less;
}

/** Addresses carry the key, not the name: nobody's real address can come out, in any language. */
function emailOf(customer: SampleCustomer): string {
  return `c${customer.key}@alba.invalid`;
}

function nameOf(language: SampleLanguage, customer: SampleCustomer): string {
  const { people, womanEnding } = language;
  const first = (customer.woman ? people.women : people.men)[customer.firstName] ?? '';
  const family = people.families[customer.lastName] ?? '';
  return `${first} ${family}${customer.woman ? womanEnding : ''}`;
}

function customerCells(language: SampleLanguage, customer: SampleCustomer): Cells {
  const { words } = language;
  return [
    customer.key,
    nameOf(language, customer),
    emailOf(customer),
    customer.birthDay === null ? '' : dateText(language, customer.birthDay),
    customer.woman ? words.woman : words.man,
    language.people.cities[customer.city] ?? '',
    customer.distanceKm === null ? '' : numberText(language, customer.distanceKm),
    customer.emailConsent ? words.yes : words.no,
    customer.postConsent ? words.yes : words.no,
    words.newsletter[customer.newsletter],
    dateText(language, customer.joinedDay),
  ];
}

function orderCells(language: SampleLanguage, line: SampleLine): Cells {
  const { words } = language;
  const price = localPrice(language, line.unitPriceEuro);
  const amount = Math.round(line.quantity * price * (100 - line.discountPercent)) / 100;
  return [
    line.order,
    dateText(language, line.day),
    line.customerKey,
    words.category[line.category],
    String(line.quantity),
    numberText(language, price),
    String(line.discountPercent),
    numberText(language, amount),
    words.channel[line.channel],
    line.giftWrap ? '1' : '0',
  ];
}

function fileBytes(language: SampleLanguage, header: Cells, rows: readonly Cells[]): Uint8Array {
  const text = [header, ...rows].map((cells) =>
    cells.map((cell) => quoted(language, cell)).join(language.delimiter),
  );
  return iconv.encode(text.join(language.lineEnd) + language.lineEnd, language.encoding, {
    addBOM: language.bom,
  });
}

function quoted(language: SampleLanguage, cell: string): string {
  return cell.includes(language.delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export interface Sample {
  readonly customers: readonly SampleCustomer[];
  readonly lines: readonly SampleLine[];
  readonly answers: readonly SampleAnswer[];
}

/** The three files of one language, flaws included. */
export function sampleFiles(
  language: SampleLanguage,
  sample: Sample,
): Readonly<Record<'customers' | 'orders' | 'survey', Uint8Array>> {
  const impossible = language.date('2025', '02', '30');
  const customers = sample.customers.map((customer) => customerCells(language, customer));
  const orders = sample.lines.map((line) => orderCells(language, line));
  const survey = sample.answers.map(({ customerKey, items }) => [
    customerKey,
    ...items.map((item) => (item === null ? '' : String(item))),
  ]);
  return {
    customers: fileBytes(
      language,
      language.headers.customers,
      spoilCustomers(customers, impossible, language.people.cities[0] ?? '', 'VIP'),
    ),
    orders: fileBytes(language, language.headers.orders, spoilOrders(orders, impossible)),
    survey: fileBytes(language, language.headers.survey, survey),
  };
}
