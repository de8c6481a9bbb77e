// Language and theme around everything that is drawn: the app and each fixture of the gallery.
import { MantineProvider } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { messagesOf } from '../../shared/i18n/index.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { applyTheme, type ThemeName } from './theme.ts';

export interface WordsProps {
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly children: ReactNode;
}

/** Provides messages, formats and theme. Mantine writes no <style> element: its variables are in ui/mantine.css. */
export function Words({ locale, theme, children }: WordsProps) {
  applyTheme(theme);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider locale={locale} messages={messagesOf(locale)} timeZone="UTC">
      <MantineProvider
        forceColorScheme={theme}
        withCssVariables={false}
        withStaticClasses={false}
        withGlobalClasses={false}
      >
        {children}
      </MantineProvider>
    </IntlProvider>
  );
}
