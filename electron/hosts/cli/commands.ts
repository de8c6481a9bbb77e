// Every command by its name, and the text that says how to use them.
import { callCommand } from './call.ts';
import type { CliEngine } from './engine.ts';
import { importCommand } from './importing.ts';
import { inspectCommand } from './inspecting.ts';
import { clusterCommand, featuresCommand } from './analysing.ts';
import { exportCommand, personasCommand, planCommand, segmentsCommand } from './results.ts';
import { runCommand } from './running.ts';

export type CliCommand = (engine: CliEngine, argv: readonly string[]) => Promise<void>;

export const USAGE = `clientela COMMAND …

  inspect FILE… [--sheet NAME] [--layout auto|NAME] [--json]
  import PROJECT FILE… [--as customers|transactions|survey|results|other] [--mapping FILE]
         [--sheet NAME] [--layout auto|NAME] [--into SOURCE] [--as-of YYYY-MM-DD] [--again] [--json]
  features PROJECT [--more habits,value] [--json]
  cluster PROJECT [--features a,"b, c"] [--k 5|2..12] [--scale z|robust|minMax|rank|none] [--scales monetary=rank,Age=robust]
    [--seed N] [--winsorise 0.01..0.99] [--missing median|nearest|exclude] [--indicators]
         [--method kmeans|kmedoids|kprototypes|gmm|ward|rfm|tiers|rules|auto [--seconds N]] [--mini-batch] [--covariance full|equalShape|diagonal|spherical|best]
         [--value FEATURE] [--tiers abc|70,20,10|10] [--rfm FILE] [--rules FILE] [--labels FILE] [--json]
  segments PROJECT [--json]
  personas PROJECT [--json]
  plan PROJECT [--name TEXT] [--start YYYY-MM-DD] [--json]
  export PROJECT --what plan|audience|segments|personas|rules --format xlsx|html|csv|json|sql|pmml|formula|words --out FILE [--allow-pii] [--belonging] [--replace] [--json]
  run RECIPE.json --data FILE… --out DIR [--json]
  call NAME JSON [--project PROJECT]

--layout reads files as the app remembers files with their headers.
--json prints one JSON document. Progress goes to stderr. Exit codes: 0 ok, 1 refused or failed, 2 usage.
A file whose name starts with - comes after --, a value of an option after =, as in --out=-plan.xlsx.`;

export const COMMANDS: Readonly<Record<string, CliCommand | undefined>> = {
  inspect: inspectCommand,
  import: importCommand,
  features: featuresCommand,
  cluster: clusterCommand,
  segments: segmentsCommand,
  personas: personasCommand,
  plan: planCommand,
  export: exportCommand,
  run: runCommand,
  call: callCommand,
};
