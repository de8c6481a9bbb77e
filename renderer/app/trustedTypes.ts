// The content security policy forbids evaluated code and demands Trusted Types. Import this first.
// Only the empty string may become HTML (the chart library clears nodes with it); anything else throws.
// zod would try `new Function` once to see whether it may: it may not, and the attempt is reported as a violation.
import { config } from 'zod';

interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (html: string) => string | null },
  ) => unknown;
}

config({ jitless: true });
const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });
