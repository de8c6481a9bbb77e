// The options of `cluster` that belong to one method, as the settings have them.
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { RfmSettings, RuleSettings } from '../../../shared/model/division.ts';
import { CovarianceChoice, METHODS, type Method } from '../../../shared/model/method.ts';
import { ClusterSettings, MISSING_POLICIES, SCALES } from '../../../shared/model/segmentation.ts';
import { FLAG, oneOf, type Parsed, parseNames, TEXT, UsageError } from './options.ts';

export const METHOD_OPTIONS = {
  method: TEXT,
  'mini-batch': FLAG,
  covariance: TEXT,
  winsorise: TEXT,
  missing: TEXT,
  indicators: FLAG,
  scales: TEXT,
  value: TEXT,
  tiers: TEXT,
  rfm: TEXT,
  rules: TEXT,
} as const;

export type MethodWish = Pick<
  ClusterSettings,
  'method' | 'miniBatch' | 'covariance' | 'winsorise' | 'missing' | 'scales' | 'rfm' | 'tiers' | 'rules'
>;

/** Which method an option belongs to; `winsorise` to all that measure distances. */
const OWNER: Readonly<Record<'covariance' | 'value' | 'tiers' | 'rfm' | 'rules', Method>> = {
  covariance: 'gmm',
  value: 'tiers',
  tiers: 'tiers',
  rfm: 'rfm',
  rules: 'rules',
};

/** @throws UsageError for an option of another method, or a value that does not fit */
export function parseMethod({ text, flag }: Pick<Parsed, 'text' | 'flag'>): MethodWish {
  const method = oneOf(METHODS, text('method') ?? 'kmeans', '--method');
  for (const [option, owner] of Object.entries(OWNER))
    if (text(option) !== undefined && owner !== method)
      throw new UsageError(`--${option} belongs to --method ${owner}, not ${method}`);
  const miniBatch = flag('mini-batch');
  if (miniBatch && method !== 'kmeans')
    throw new UsageError(`--mini-batch belongs to --method kmeans, not ${method}`);
  const covariance = text('covariance');
  const winsorise = text('winsorise');
  const missing = text('missing');
  const scales = text('scales');
  const indicators = flag('indicators');
  return {
    method,
    ...(miniBatch && { miniBatch }),
    ...(covariance !== undefined && {
      covariance: oneOf(CovarianceChoice.options, covariance, '--covariance'),
    }),
    ...(winsorise !== undefined && { winsorise: parseShares(winsorise) }),
    ...((missing !== undefined || indicators) && {
      missing: { method: oneOf(MISSING_POLICIES, missing ?? 'median', '--missing'), indicators },
    }),
    ...(scales !== undefined && { scales: parseScales(scales) }),
    ...(method === 'rfm' && { rfm: settingsFile(RfmSettings, text('rfm'), '--rfm') }),
    ...(method === 'tiers' && { tiers: parseTiers(text('value'), text('tiers')) }),
    ...(method === 'rules' && { rules: settingsFile(RuleSettings, text('rules'), '--rules') }),
  };
}

/** The features a method with set classes works on, when none are named. */
export function ownFeatures({ method, tiers }: MethodWish): readonly string[] | null {
  if (method === 'rfm') return ['recency', 'frequency', 'monetary'];
  return method === 'tiers' && tiers ? [tiers.value] : null;
}

function parseShares(text: string): NonNullable<ClusterSettings['winsorise']> {
  const [, low, high] = /^([\d.]+)\.\.([\d.]+)$/.exec(text) ?? [];
  const checked = ClusterSettings.shape.winsorise
    .unwrap()
    .safeParse({ low: Number(low), high: Number(high) });
  if (checked.success) return checked.data;
  throw new UsageError(`--winsorise takes two shares such as 0.01..0.99, not ${text}`);
}

/** `monetary=rank,Age=robust` */
function parseScales(text: string): NonNullable<ClusterSettings['scales']> {
  return Object.fromEntries(
    parseNames(text).map((part) => {
      const [, name = '', scale = ''] = /^(.+)=(\w+)$/su.exec(part) ?? [];
      if (name === '') throw new UsageError(`--scales takes feature=scaling pairs, not ${part}`);
      return [name, oneOf(SCALES, scale, '--scales')];
    }),
  );
}

/** `abc`, shares such as `70,20,10`, or a number of equal groups. */
function parseTiers(value = 'monetary', text = 'abc'): NonNullable<ClusterSettings['tiers']> {
  const numbers = text.split(',').map(Number);
  const [first = NaN] = numbers;
  const wish =
    text === 'abc'
      ? { value }
      : numbers.length === 1
        ? { value, by: 'groups', groups: first }
        : { value, shares: numbers.map((percent) => percent / 100) };
  const checked = ClusterSettings.shape.tiers.unwrap().safeParse(wish);
  if (checked.success) return checked.data;
  throw new UsageError(
    `--tiers takes abc, shares such as 70,20,10, or a number of groups from 2 to 20, not ${text}`,
  );
}

/** An absent file stands for the defaults, where there are some. */
function settingsFile<T extends z.ZodType>(schema: T, path: string | undefined, option: string): z.output<T> {
  let content: unknown = {};
  if (path !== undefined) {
    try {
      content = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    } catch {
      throw new UsageError(`${option} takes a JSON file; ${path} is none`);
    }
  }
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  if (path === undefined) throw new UsageError(`${option} FILE.json is missing`);
  const [issue] = checked.error.issues;
  throw new UsageError(`${option}: ${path} does not fit at ${issue?.path.join('.') ?? ''}`);
}
