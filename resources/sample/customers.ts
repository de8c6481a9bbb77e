// Draws the customers of the sample, without any language: names and places are numbers into the languages' lists.
import { KINDS, type CustomerKind } from './kinds.ts';
import type { SampleRandom } from './random.ts';

/** Midnight after the last day of the sample, 31 October 2025. Days count from 1970. */
export const AS_OF_DAY = Date.UTC(2025, 10, 1) / 86_400_000;

export interface SampleCustomer {
  readonly key: string;
  /** 0–4 into `KINDS`; null for a customer who joined and never ordered. */
  readonly kind: number | null;
  readonly woman: boolean;
  readonly firstName: number;
  readonly lastName: number;
  readonly city: number;
  readonly birthDay: number | null;
  readonly distanceKm: number | null;
  readonly emailConsent: boolean;
  readonly postConsent: boolean;
  readonly newsletter: 'email' | 'app' | 'none';
  readonly joinedDay: number;
  readonly lastOrderDay: number;
  readonly orders: number;
}

/** The languages' lists are of these lengths. */
export const LIST_LENGTHS = { firstNames: 24, lastNames: 40, cities: 10 } as const;
const NEVER_ORDERED = 52;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function drawPerson(random: SampleRandom, kind: CustomerKind) {
  const woman = random.chance(kind.womenShare);
  const age = clamp(random.normal(kind.age, kind.ageSd), 14, 84);
  const distance = clamp(random.around(kind.distanceKm, 0.6), 0.3, 95);
  const emailConsent = random.chance(kind.emailConsent);
  const newsletter = !emailConsent ? 'none' : random.chance(kind.mobileShare * 0.6) ? 'app' : 'email';
  return {
    woman,
    firstName: random.below(LIST_LENGTHS.firstNames),
    lastName: random.below(LIST_LENGTHS.lastNames),
    // Those who live near a shop live in the first cities of the list, which have one.
    city: distance < 12 ? random.below(5) : random.below(LIST_LENGTHS.cities),
    birthDay: random.chance(0.06) ? null : Math.floor(AS_OF_DAY - age * 365.25),
    distanceKm: random.chance(0.04) ? null : Math.round(distance * 10) / 10,
    emailConsent,
    postConsent: random.chance(kind.postConsent),
    newsletter,
  } as const;
}

function drawOrders(random: SampleRandom, kind: CustomerKind): number {
  if (kind.orders < 2) return random.chance(kind.orders - 1) ? 2 : 1;
  return Math.round(clamp(random.around(kind.orders * 0.9, 0.42), 1, 24));
}

function drawCustomer(random: SampleRandom, key: string, index: number): SampleCustomer {
  const kind = KINDS[index] as CustomerKind;
  const person = drawPerson(random, kind);
  const orders = drawOrders(random, kind);
  const lastOrderDay =
    AS_OF_DAY - Math.round(clamp(random.around(kind.recencyDays, kind.recencySigma), 1, 700));
  const span = Math.round((orders - 1) * kind.intervalDays * (0.75 + 0.5 * random.next()));
  const before = orders === 1 ? random.below(20) : random.below(90);
  return { key, kind: index, ...person, joinedDay: lastOrderDay - span - before, lastOrderDay, orders };
}

function shuffle<T>(random: SampleRandom, list: T[]): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const kept = list[at] as T;
    list[at] = list[other] as T;
    list[other] = kept;
  }
  return list;
}

/** About 4,000 customers in random order of kinds. Keys are four digits, leading zeros included. */
export function drawCustomers(random: SampleRandom): readonly SampleCustomer[] {
  const kinds: (number | null)[] = KINDS.flatMap((kind, index) =>
    Array.from({ length: kind.customers }, () => index),
  );
  for (let count = 0; count < NEVER_ORDERED; count++) kinds.push(null);
  return shuffle(random, kinds).map((index, position) => {
    const key = String(position + 1).padStart(4, '0');
    if (index !== null) return drawCustomer(random, key, index);
    const joinedDay = AS_OF_DAY - 1 - random.below(60);
    const kind = random.pick(KINDS);
    return { key, kind: null, ...drawPerson(random, kind), joinedDay, lastOrderDay: joinedDay, orders: 0 };
  });
}
