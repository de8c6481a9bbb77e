// The renderer's data layer: the only caller of the engine.
export type { ConnectionState } from './client.ts';
export {
  AnswersProvider,
  EngineProvider,
  useAsk,
  useAskNow,
  useBridge,
  useCommand,
  useConnectionState,
  useJob,
  useJobs,
  useStartJob,
} from './engine.tsx';
export type { Answers, AskOptions, StartedJob } from './engine.tsx';
export { asAppError } from './errors.ts';
