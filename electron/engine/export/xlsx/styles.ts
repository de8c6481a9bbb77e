// The look of exported sheets: ink on paper, inputs on pale blue, totals under a rule.
import type { CellStyle } from 'hucre/xlsx';

export type StyleName =
  | 'title'
  | 'muted'
  | 'header'
  | 'headerRight'
  | 'text'
  | 'strong'
  | 'wrap'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'times'
  | 'date'
  | 'inputText'
  | 'inputInteger'
  | 'inputMoney'
  | 'inputPercent'
  | 'inputDate'
  | 'totalText'
  | 'totalInteger'
  | 'totalDecimal'
  | 'totalMoney'
  | 'totalTimes';

const INK = { rgb: '1B1F26' };
const MUTED = { rgb: '5E6672' };
const LINE = { style: 'thin', color: { rgb: 'CED3D9' } } as const;
const RULE = { style: 'medium', color: INK } as const;
const INPUT_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6F0F8' } } as const;
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4F5F6' } } as const;
const TOP = { vertical: 'top' } as const;

const FORMATS: Readonly<Record<string, string>> = {
  integer: '#,##0',
  decimal: '#,##0.0',
  percent: '0.0%',
  times: '0.0"×"',
  date: 'yyyy-mm-dd',
};

/** The style of a name; `input…` and `total…` are variants of the same number formats. */
export function cellStyle(name: StyleName, moneyFormat: string): CellStyle {
  if (name === 'title') return { font: { bold: true, size: 16, color: INK } };
  if (name === 'muted') return { font: { color: MUTED }, alignment: TOP };
  if (name === 'strong') return { font: { bold: true, color: INK }, alignment: TOP };
  if (name === 'wrap') return { font: { color: INK }, alignment: { ...TOP, wrapText: true } };
  if (name === 'header' || name === 'headerRight') return headerStyle(name === 'headerRight');
  const base = baseOf(name);
  const format = base === 'money' ? moneyFormat : FORMATS[base];
  const numFmt = format === undefined ? {} : { numFmt: format };
  if (name.startsWith('input')) {
    const alignment = base === 'text' ? { ...TOP, wrapText: true } : TOP;
    return { ...numFmt, font: { color: INK }, fill: INPUT_FILL, alignment, border: { bottom: LINE } };
  }
  if (name.startsWith('total')) {
    return { ...numFmt, font: { bold: true, color: INK }, border: { top: RULE } };
  }
  return { ...numFmt, font: { color: INK }, alignment: TOP, border: { bottom: LINE } };
}

function headerStyle(right: boolean): CellStyle {
  return {
    font: { bold: true, color: MUTED },
    fill: HEADER_FILL,
    alignment: { wrapText: true, vertical: 'bottom', horizontal: right ? 'right' : 'left' },
    border: { bottom: { style: 'thin', color: INK } },
  };
}

/** `inputMoney` → `money`. */
function baseOf(name: StyleName): string {
  const base = name.replace(/^(input|total)/, '');
  return base.charAt(0).toLowerCase() + base.slice(1);
}

/** A number format that writes amounts the language's way, e.g. `"R$ "#,##0.00` or `#,##0.00" ₽"`. */
export function moneyFormatOf(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(1);
  const sign = parts.find((part) => part.type === 'currency')?.value ?? currency;
  const literal = parts.find((part) => part.type === 'literal')?.value === undefined ? '' : ' ';
  const symbol = sign.replaceAll('"', '');
  return parts[0]?.type === 'currency' ? `"${symbol}${literal}"#,##0.00` : `#,##0.00"${literal}${symbol}"`;
}
