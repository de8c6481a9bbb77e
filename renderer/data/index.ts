// The renderer's data layer: the only caller of the engine.
export type { ConnectionState } from './client.ts';
export {
  EngineProvider,
  useAsk,
  useAskNow,
  useBridge,
  useCommand,
  useConnectionState,
  useJob,
  useJobs,
} from './engine.tsx';
export type { AskOptions } from './engine.tsx';
export { asAppError } from './errors.ts';
