// Finds every fixture of the renderer; the query string says which one, in which theme and language.
import { lazy, Suspense, useMemo } from 'react';
import { Locale } from '../../shared/i18n/locale.ts';
import { applyTheme } from '../app/theme.ts';
import { Words } from '../app/Words.tsx';
import type { Fixture } from './fixture.ts';
import styles from './Gallery.module.css';

interface FixtureModule {
  readonly fixtures: readonly Fixture[];
}

const MODULES = import.meta.glob<FixtureModule>('../**/*.fixture.tsx');

async function loadFixtures(): Promise<readonly Fixture[]> {
  const modules = await Promise.all(Object.values(MODULES).map((load) => load()));
  return modules.flatMap((module) => module.fixtures).sort((a, b) => a.id.localeCompare(b.id));
}

function Frame({ fixture }: { readonly fixture: Fixture }) {
  return (
    <div
      className={styles.frame}
      data-fixture={fixture.id}
      style={{ width: fixture.widthPx ?? '100%', height: fixture.heightPx ?? '100%' }}
    >
      {fixture.render()}
    </div>
  );
}

function List({
  fixtures,
  query,
}: {
  readonly fixtures: readonly Fixture[];
  readonly query: URLSearchParams;
}) {
  const addressOf = (id: string): string => {
    const next = new URLSearchParams(query);
    next.set('fixture', id);
    return `?${next.toString()}`;
  };
  return (
    <ul className={styles.list}>
      {fixtures.map((fixture) => (
        <li key={fixture.id}>
          <a href={addressOf(fixture.id)}>{fixture.id}</a>
        </li>
      ))}
    </ul>
  );
}

/** `?fixture=<id>` shows one, anything else the list. */
export function Gallery() {
  const query = useMemo(() => new URLSearchParams(window.location.search), []);
  const locale = Locale.catch('en').parse(query.get('locale'));
  applyTheme(query.get('theme') === 'dark' ? 'dark' : 'light');
  const Body = useMemo(
    () =>
      lazy(async () => {
        const fixtures = await loadFixtures();
        const wanted = fixtures.find((fixture) => fixture.id === query.get('fixture'));
        const body = wanted ? <Frame fixture={wanted} /> : <List fixtures={fixtures} query={query} />;
        return { default: () => <div data-ready>{body}</div> };
      }),
    [query],
  );
  return (
    <Words locale={locale} theme={query.get('theme') === 'dark' ? 'dark' : 'light'}>
      <Suspense fallback={null}>
        <Body />
      </Suspense>
    </Words>
  );
}
