// Everything around the routes: engine, language, theme.
import { RouterProvider } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { HostBridge } from '../../shared/host.ts';
import { EngineProvider } from '../data/index.ts';
import { usePreferences } from './preferences.ts';
import { createAppRouter } from './router.tsx';
import { Words } from './Words.tsx';

function PreferredWords({ children }: { readonly children: ReactNode }) {
  const { locale, theme } = usePreferences();
  return (
    <Words locale={locale} theme={theme}>
      {children}
    </Words>
  );
}

/** The application over a host. */
export function App({ bridge }: { readonly bridge: HostBridge }) {
  const [router] = useState(createAppRouter);
  return (
    <EngineProvider bridge={bridge}>
      <PreferredWords>
        <RouterProvider router={router} />
      </PreferredWords>
    </EngineProvider>
  );
}
