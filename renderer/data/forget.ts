// What is forgotten when another project is opened: ids start from 1 in every project, so that answers would be mixed up.
import type { QueryClient } from '@tanstack/react-query';

/** Answers about the app rather than the project: shown on, and asked again. */
const OF_THE_APP = /^(app|project)\./;

/** Nothing of one project is shown in another, not even while the next answer is on its way. */
export function forgetProject(queries: QueryClient): void {
  const ofProject = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
    !OF_THE_APP.test(String(queryKey[0]));
  queries.removeQueries({ type: 'inactive', predicate: ofProject });
  void queries.resetQueries({ type: 'active', predicate: ofProject });
  void queries.invalidateQueries({ predicate: (query) => !ofProject(query) });
}
