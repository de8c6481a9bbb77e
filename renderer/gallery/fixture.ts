// A fixture: a component with made-up props, shown in the gallery and by the screenshot tests.
// Beside a component stands `<Name>.fixture.tsx` with `export const fixtures: readonly Fixture[] = [...]`.
import type { ReactNode } from 'react';

export interface Fixture {
  /** Unique in the gallery, kebab case, e.g. `ui-button`; the address is `?fixture=<id>&theme=dark&locale=ru`. */
  readonly id: string;
  readonly render: () => ReactNode;
  /** The frame's size in px; the window's otherwise. */
  readonly widthPx?: number;
  readonly heightPx?: number;
}
