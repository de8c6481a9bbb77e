// The content security policy demands Trusted Types. Only the empty string may become HTML (the chart library clears
// nodes with it); anything else throws. Import this first.

interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (html: string) => string | null },
  ) => unknown;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });
