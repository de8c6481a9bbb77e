// What customers are worth, as far as a project knows it.
import type { Feature } from './feature.ts';

/** Their spend, else the first number of money; null when there is none. */
export function worthOf(features: readonly Pick<Feature, 'name' | 'unit' | 'type'>[]): string | null {
  const money = features.filter(({ unit, type }) => unit === 'money' && type === 'number');
  return (money.find(({ name }) => name === 'monetary') ?? money[0])?.name ?? null;
}
