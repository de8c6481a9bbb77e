// The only Trusted Types policy. It lets an element be emptied, which the chart library does with an empty string;
// any other string that is about to become markup or code is refused, and the assignment throws.

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
}

/** Call first of all, before any library touches the document. */
export function installTrustedTypes(window: Window): void {
  const { trustedTypes } = window as { readonly trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
}
