// Lets `style` carry custom properties, e.g. `style={{ '--at': '40%' }}`.
import 'react';

declare module 'react' {
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number | undefined;
  }
}
