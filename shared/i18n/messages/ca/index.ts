import type { en } from '../en/index.ts';
import type { Translated } from '../../translated.ts';
import { common } from './common.ts';
import { shell } from './shell.ts';
import { home } from './home.ts';
import { project } from './project.ts';
import { data } from './data.ts';
import { wizard } from './wizard.ts';
import { quality } from './quality.ts';
import { fixes } from './fixes.ts';
import { customer } from './customer.ts';
import { features } from './features.ts';
import { makeFeatures } from './makeFeatures.ts';
import { representativeness } from './representativeness.ts';
import { compare } from './compare.ts';
import { explore } from './explore.ts';
import { methods } from './methods.ts';
import { segments } from './segments.ts';
import { personas } from './personas.ts';
import { campaigns } from './campaigns.ts';
import { history } from './history.ts';
import { errors } from './errors.ts';
import { issues } from './issues.ts';
import { reasons } from './reasons.ts';
import { writing } from './writing.ts';
import { exports } from './exports.ts';
import { cli } from './cli.ts';

export const ca = {
  common,
  shell,
  home,
  project,
  data,
  wizard,
  quality,
  fixes,
  customer,
  features,
  makeFeatures,
  representativeness,
  compare,
  explore,
  methods,
  segments,
  personas,
  campaigns,
  history,
  errors,
  issues,
  reasons,
  writing,
  exports,
  cli,
} satisfies Translated<typeof en>;
