// The window's own choices: language and theme. Kept by the engine's app settings, so they outlive a port or profile.
import type { AppSettings } from '../../shared/contract/app.ts';
import { matchLocale, type Locale } from '../../shared/i18n/locale.ts';
import { useAsk, useCommand } from '../data/index.ts';
import { useTheme, type ThemeChoice, type ThemeName } from './theme.ts';

export interface Preferences {
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly choice: ThemeChoice;
  readonly setLocale: (locale: Locale) => void;
  readonly setTheme: (theme: ThemeChoice) => void;
}

const UNSET: AppSettings = { locale: null, theme: 'system' };

/** Language and theme now; the system's until the engine has answered. */
export function usePreferences(): Preferences {
  const answered = useAsk('app.settings', undefined).data;
  const save = useCommand('app.setSettings');
  // While a change is on its way the new value is shown already.
  const settings = (save.isPending ? save.variables : undefined) ?? answered ?? UNSET;
  return {
    locale: settings.locale ?? matchLocale(navigator.languages),
    theme: useTheme(settings.theme),
    choice: settings.theme,
    setLocale: (locale) => save.mutate({ ...settings, locale }),
    setTheme: (theme) => save.mutate({ ...settings, theme }),
  };
}
