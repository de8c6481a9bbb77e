// A fixture as it is after its user has pressed or typed something: panels that open, dialogs that follow one another.
import { type ReactNode, useEffect } from 'react';

/** What the user does; elements are found in the whole page, for dialogs stand beside the frame. */
export type Act = { readonly press: string } | { readonly type: string; readonly into: string };

export interface HandledProps {
  readonly acts: readonly Act[];
  readonly children: ReactNode;
}

/** As the keyboard does it, so that React notices. */
function typeInto(field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @returns false while there is nothing to act on */
function perform(act: Act): boolean {
  const found = document.querySelector<HTMLElement>('press' in act ? act.press : act.into);
  if (!found) return false;
  if ('press' in act) found.click();
  else if (found instanceof HTMLInputElement) typeInto(found, act.type);
  return true;
}

export function Handled({ acts, children }: HandledProps) {
  useEffect(() => {
    const left = [...acts];
    const frame = (): void => {
      const [next] = left;
      if (next && perform(next)) left.shift();
      if (left.length > 0) asked = requestAnimationFrame(frame);
    };
    let asked = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(asked);
  }, [acts]);
  return children;
}
