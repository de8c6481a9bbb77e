// Addresses (after #, so that one file serves all): each screen is loaded when it is first opened.
import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { NeedsProject, ScreenBoundary } from './ScreenFrame.tsx';
import { ConnectedShell } from './shell/ConnectedShell.tsx';
import { UpcomingStep } from './UpcomingStep.tsx';

type ScreenName =
  | 'home'
  | 'data'
  | 'quality'
  | 'import'
  | 'features'
  | 'explore'
  | 'segments'
  | 'personas'
  | 'campaigns';

const SCREENS = import.meta.glob<{ readonly Screen: ComponentType }>('../screens/*/index.tsx');

function screen(name: ScreenName, needsProject = true) {
  const Screen = lazy(async () => {
    const module = await SCREENS[`../screens/${name}/index.tsx`]?.();
    if (!module) throw new Error(`There is no screen ${name}.`);
    return { default: module.Screen };
  });
  const body = (
    <Suspense fallback={null}>
      <Screen />
    </Suspense>
  );
  return () => <ScreenBoundary>{needsProject ? <NeedsProject>{body}</NeedsProject> : body}</ScreenBoundary>;
}

const root = createRootRoute({ component: ConnectedShell });
const at = <P extends string>(path: P, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const routeTree = root.addChildren([
  at('/', screen('home', false)),
  at('/data', screen('data')),
  at('/data/quality', screen('quality')),
  at('/data/import', screen('import')),
  at('/features', screen('features')),
  at('/explore', screen('explore')),
  at('/segments/{-$id}', screen('segments')),
  at('/personas/{-$id}', screen('personas')),
  at('/campaigns', screen('campaigns')),
  at('/results', () => <UpcomingStep step="results" />),
  at('/report', () => <UpcomingStep step="report" />),
]);

/** The window's router; one per window. */
export function createAppRouter() {
  return createRouter({ routeTree, history: createHashHistory(), defaultPreload: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
