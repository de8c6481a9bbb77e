import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { forgetProject } from '../../../renderer/data/forget.ts';

test('another project is opened: its answers are gone at once, those about the app stay until they are asked again', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const asked: string[] = [];
  const observe = (name: string): (() => void) =>
    new QueryObserver(queries, {
      queryKey: [name, { segmentationId: 1 }],
      queryFn: () => {
        asked.push(name);
        return new Promise(() => undefined);
      },
    }).subscribe(() => undefined);
  for (const name of ['segmentations.map', 'segments.get', 'project.current', 'app.settings'])
    queries.setQueryData([name, { segmentationId: 1 }], name);
  const stops = [observe('segmentations.map'), observe('project.current')];
  expect(asked).toEqual([]);
  forgetProject(queries);
  await Promise.resolve();
  const left = (name: string): unknown => queries.getQueryData([name, { segmentationId: 1 }]);
  expect([left('segmentations.map'), left('segments.get')]).toEqual([undefined, undefined]);
  expect([left('project.current'), left('app.settings')]).toEqual(['project.current', 'app.settings']);
  expect(asked.toSorted()).toEqual(['project.current', 'segmentations.map']);
  for (const stop of stops) stop();
  queries.clear();
});
