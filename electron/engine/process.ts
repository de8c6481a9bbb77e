// The engine process's entry, under Electron's utilityProcess or a plain fork. It ends when its parent goes away:
// an orphan would keep the project file locked.

import { createEngine } from './index.ts';
import { linkToParent } from './parentLink.ts';
import { serveEngine } from './processDoor.ts';

serveEngine(linkToParent(), createEngine);
