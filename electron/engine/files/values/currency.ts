// Which currency the values of a column are written in, and whether they are percentages. Signs of several currencies
// stay signs: `$` is not taken for US dollars.

/** How a currency is written, upper case, to its ISO 4217 code; `$` and the like stand for themselves. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['R$', 'BRL'],
  ['US$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['РУБ', 'RUB'],
  ['Р', 'RUB'],
  ['₴', 'UAH'],
  ['₸', 'KZT'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ...['USD', 'EUR', 'BRL', 'GBP', 'RUB', 'CHF', 'PLN', 'MXN', 'ARS', 'COP', 'CLP'].map(
    (code) => [code, code] as const,
  ),
]);

const MARK =
  /^[-+(\s]*(r\$|us\$|usd|eur|brl|gbp|rub|руб|р|chf|pln|mxn|ars|cop|clp|\p{Sc})\.?\s*[-+]?\d|\d\s*(usd|eur|brl|gbp|rub|руб|р|chf|pln|mxn|ars|cop|clp|\p{Sc})\.?[)\s-]*$/iu;
const PERCENT = /\d\s*%\)?\s*$/;

/** The currency of one amount: an ISO code, or the sign where several currencies share it. */
export function currencyOf(text: string): string | undefined {
  const match = MARK.exec(text);
  const mark = (match?.[1] ?? match?.[2])?.toUpperCase();
  return mark === undefined ? undefined : (CODES.get(mark) ?? mark);
}

export interface Marks {
  /** The currency of most values. */
  readonly currency?: string;
  /** Most values are percentages. */
  readonly percent?: true;
  /** All currencies found, commonest first, when there are several. */
  readonly mixed?: readonly string[];
}

/** What the marks of a column's filled values say. */
export function findMarks(values: readonly string[]): Marks {
  const found = new Map<string, number>();
  let percents = 0;
  for (const value of values) {
    const currency = currencyOf(value);
    if (currency !== undefined) found.set(currency, (found.get(currency) ?? 0) + 1);
    if (PERCENT.test(value)) percents++;
  }
  const ranked = [...found].sort((a, b) => b[1] - a[1]);
  const marked = ranked.reduce((sum, [, count]) => sum + count, 0);
  const [first] = ranked;
  return {
    ...(first !== undefined && marked * 2 > values.length ? { currency: first[0] } : {}),
    ...(percents * 2 > values.length ? { percent: true } : {}),
    ...(ranked.length > 1 ? { mixed: ranked.map(([currency]) => currency) } : {}),
  };
}
