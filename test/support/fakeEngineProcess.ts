// The process entry with the fake engine in it.

import { linkToParent } from '../../electron/engine/parentLink.ts';
import { serveEngine } from '../../electron/engine/processDoor.ts';
import { createFakeEngine } from './fakeEngine.ts';

serveEngine(linkToParent(), createFakeEngine);
