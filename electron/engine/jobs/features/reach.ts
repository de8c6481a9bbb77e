// Who can be reached where: an address of the right sort and consent, from the contact and consent columns.
import type { PiiKind } from '../../../../shared/model/source.ts';
import type { ActionChannel } from '../../../../shared/model/playbook.ts';
import { eachCustomerValue } from './customers.ts';
import type { CustomerBase, KeyedSource } from './customers.ts';
import type { ColumnParts } from './typedColumns.ts';

const ADDRESS: Readonly<Partial<Record<ActionChannel, PiiKind>>> = {
  email: 'email',
  phone: 'phone',
  sms: 'phone',
  post: 'street',
};

/** Words in a consent column's header that narrow it to a channel, in the five languages. */
const WORDS: Readonly<Partial<Record<ActionChannel, RegExp>>> = {
  email: /e-?mail|correo|correu|newsletter|boletim|bolet|рассылк|почт(?!ов)|эл\./iu,
  post: /\bpost|correio|postal|почтов|письм|carta|mail(?!ing)\b(?<!e-?mail)/iu,
  phone: /phone|call|telef|tel[eè]f|llamad|trucad|liga[cç]|телеф|звон/iu,
  sms: /sms|смс|text messag/iu,
};

function matches(channel: ActionChannel, header: string): boolean {
  const known = (Object.keys(WORDS) as ActionChannel[]).filter((one) => WORDS[one]?.test(header));
  return known.length === 0 || known.includes(channel);
}

type Flags = Uint8Array<ArrayBuffer>;

/** 1 where the latest known row of the customer says yes; rows that say nothing leave it as it was. */
function flagsOf(
  keyed: KeyedSource,
  parts: ColumnParts<Float64Array | Uint8Array> | null,
  customers: number,
): Flags | null {
  const flags = new Uint8Array(customers);
  if (!parts) return null;
  eachCustomerValue<Float64Array | Uint8Array>(keyed, parts, (who, value = NaN) => {
    if (!Number.isNaN(value)) flags[who] = value > 0 ? 1 : 0;
  });
  return flags;
}

function and(left: Flags | null, right: Flags | null): Flags | null {
  if (!left || !right) return left ?? right;
  return left.map((flag, who) => flag & (right[who] ?? 0));
}

const REMOTE = ['email', 'post', 'phone', 'sms'] as const;

/**
 * Empty when the sources say nothing about contact or consent: then everyone counts. In the shop everyone can be met.
 */
export function reachByChannel(base: CustomerBase): ReadonlyMap<ActionChannel, Flags> {
  const reach = new Map<ActionChannel, Flags>();
  const customers = base.count;
  for (const channel of REMOTE) {
    let flags: Flags | null = null;
    for (const keyed of base.profiles) {
      for (const field of keyed.source.fields) {
        const isAddress = field.role === 'contact' && field.pii === ADDRESS[channel];
        const isConsent = field.role === 'consent' && matches(channel, field.header);
        const { addressParts, valueParts, presenceParts } = keyed.columns;
        if (isAddress) flags = and(flags, flagsOf(keyed, addressParts(field), customers));
        const said = isConsent ? (valueParts(field) ?? presenceParts(field)) : null;
        if (isConsent) flags = and(flags, flagsOf(keyed, said, customers));
      }
    }
    if (flags) reach.set(channel, flags);
  }
  // Sources that say how some can be reached say by their silence that there is, for instance, no phone number.
  if (reach.size > 0) {
    for (const channel of REMOTE) if (!reach.has(channel)) reach.set(channel, new Uint8Array(customers));
  }
  return reach;
}
