// Light or dark: what was chosen, else what the system says.
import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type ThemeName = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

function watchSystem(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The theme to draw in; follows the system while the choice is `system`. */
export function useTheme(choice: ThemeChoice): ThemeName {
  const dark = useSyncExternalStore(watchSystem, () => window.matchMedia(DARK).matches);
  return choice === 'system' ? (dark ? 'dark' : 'light') : choice;
}

/** Sets the theme on the page: our tokens and Mantine's own attribute. */
export function applyTheme(theme: ThemeName): void {
  const { dataset } = document.documentElement;
  if (dataset['theme'] === theme) return;
  dataset['theme'] = theme;
  dataset['mantineColorScheme'] = theme;
}
