// “Rename segment” for the engine's `segments.rename`.
import { useTranslations } from 'use-intl';
import { history } from '../../../shared/i18n/messages/en/history.ts';
import { shell } from '../../../shared/i18n/messages/en/shell.ts';
import { BUILT_IN_FEATURES } from '../../../shared/model/feature.ts';

type HistoryKey = keyof typeof history;
type SettingKey = keyof typeof shell.history.settings;

/** Turns a label of the history into words; an unknown one is shown as it is. */
export function useHistoryLabel(): (label: string) => string {
  const t = useTranslations('history');
  return (label) => {
    const key = label.replace('.', '_');
    return Object.hasOwn(history, key) ? t(key as HistoryKey) : label;
  };
}

const SETTINGS = ['project.setSettings', 'quality.setLimits'];

/** What a decision was about, in words: names of settings and of built-in features are the engine's own. */
export function useHistoryDetail(): (entry: { readonly label: string; readonly detail: string }) => string {
  const t = useTranslations('shell.history.settings');
  const features = useTranslations('features.builtIn');
  const settingOf = (name: string): string =>
    Object.hasOwn(shell.history.settings, name) ? t(name as SettingKey) : name;
  return ({ label, detail }) => {
    if (SETTINGS.includes(label)) return detail.split(', ').map(settingOf).join(', ');
    const builtIn = BUILT_IN_FEATURES.find((name) => name === detail);
    return builtIn && label.startsWith('features.') ? features(builtIn) : detail;
  };
}
