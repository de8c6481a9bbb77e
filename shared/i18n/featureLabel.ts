// A feature's name for reading: built-in ones are translated, a customer's own column keeps its header.
import { BUILT_IN_FEATURES, type BuiltInFeature } from '../model/feature.ts';

/** `useTranslations('features.builtIn')`, or a translator of that namespace. */
export type BuiltInNames = (key: BuiltInFeature) => string;

/** True for features that the app derives from transactions. */
export function isBuiltIn(name: string): name is BuiltInFeature {
  return BUILT_IN_FEATURES.some((known) => known === name);
}

/**
 * @param name the feature's name in the project
 * @param header shown when it is not built in; the name itself by default
 * @example featureLabel('recency', '', t) // 'Days since the last order'
 */
export function featureLabel(name: string, header: string | undefined, builtIn: BuiltInNames): string {
  return isBuiltIn(name) ? builtIn(name) : (header ?? name);
}
