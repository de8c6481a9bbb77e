// Everything that crosses between window and engine, declared once: `noun.verb`.
import type {
  ContractRouterClient,
  InferContractRouterInputs,
  InferContractRouterOutputs,
} from '@orpc/contract';
import { app, events, jobs } from './app.ts';
import { customers } from './customers.ts';
import { features } from './features.ts';
import { layouts } from './layouts.ts';
import { campaigns, exports, personas } from './plan.ts';
import { history, project } from './project.ts';
import { people, quality } from './quality.ts';
import { segmentations, segments } from './segments.ts';
import { references } from './references.ts';
import { sources } from './sources.ts';
import { steps } from './steps.ts';
import { tournaments } from './tournaments.ts';

export const contract = {
  app,
  jobs,
  events,
  project,
  history,
  sources,
  steps,
  layouts,
  customers,
  quality,
  people,
  features,
  references,
  segmentations,
  tournaments,
  segments,
  personas,
  campaigns,
  exports,
};

export type Contract = typeof contract;
export type EngineClient = ContractRouterClient<Contract>;
export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;

type NamesOf<N extends keyof Contract> = `${N}.${keyof Contract[N] & string}`;
export type ProcedureName = { [N in keyof Contract]: NamesOf<N> }[keyof Contract];
type At<T, P extends string> = P extends `${infer N}.${infer V}`
  ? N extends keyof T
    ? V extends keyof T[N]
      ? T[N][V]
      : never
    : never
  : never;
export type InputOf<P extends ProcedureName> = At<Inputs, P>;
export type OutputOf<P extends ProcedureName> = At<Outputs, P>;
