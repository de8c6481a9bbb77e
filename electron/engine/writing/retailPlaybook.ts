// The playbook that comes with the app. It is imported, not read at run time, so that bundles carry it.
import type { Playbook } from '../../../shared/model/playbook.ts';
import retail from '../../../resources/playbooks/retail.json' with { type: 'json' };
import { parsePlaybook } from './proposeActions.ts';

/** The retail playbook, checked. */
export function retailPlaybook(): Playbook {
  return parsePlaybook(retail);
}
