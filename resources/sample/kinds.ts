// The five kinds of customers behind the sample, as medians and shares. They overlap on purpose: real customers do.

export interface CustomerKind {
  readonly label: string;
  readonly customers: number;
  readonly recencyDays: number;
  readonly recencySigma: number;
  readonly orders: number;
  readonly intervalDays: number;
  readonly basketEuro: number;
  readonly discountShare: number;
  readonly mobileShare: number;
  /** Of the orders that are not mobile. */
  readonly storeShare: number;
  readonly kidsShare: number;
  readonly giftShare: number;
  readonly returnShare: number;
  readonly age: number;
  readonly ageSd: number;
  readonly womenShare: number;
  readonly distanceKm: number;
  readonly emailConsent: number;
  readonly postConsent: number;
  /** Means of the Likert items 1–5: follows trends, comfort, price, sustainability. */
  readonly style: readonly [number, number, number, number];
}

const urban: CustomerKind = {
  label: 'young urban professionals',
  customers: 1040,
  recencyDays: 34,
  recencySigma: 0.55,
  orders: 5.9,
  intervalDays: 64,
  basketEuro: 88,
  discountShare: 0.2,
  mobileShare: 0.68,
  storeShare: 0.45,
  kidsShare: 0.03,
  giftShare: 0.06,
  returnShare: 0.055,
  age: 32,
  ageSd: 4.5,
  womenShare: 0.58,
  distanceKm: 4,
  emailConsent: 0.8,
  postConsent: 0.35,
  style: [3.6, 3.1, 2.7, 3.6],
};
const families: CustomerKind = {
  label: 'comfort-first families',
  customers: 975,
  recencyDays: 38,
  recencySigma: 0.6,
  orders: 6.65,
  intervalDays: 58,
  basketEuro: 76,
  discountShare: 0.4,
  mobileShare: 0.36,
  storeShare: 0.5,
  kidsShare: 0.58,
  giftShare: 0.1,
  returnShare: 0.03,
  age: 39,
  ageSd: 5,
  womenShare: 0.66,
  distanceKm: 11,
  emailConsent: 0.76,
  postConsent: 0.55,
  style: [2.2, 4.5, 3.7, 3.2],
};
const teens: CustomerKind = {
  label: 'trend-seeking teens',
  customers: 585,
  recencyDays: 33,
  recencySigma: 0.6,
  orders: 5.1,
  intervalDays: 55,
  basketEuro: 36,
  discountShare: 0.66,
  mobileShare: 0.9,
  storeShare: 0.5,
  kidsShare: 0.03,
  giftShare: 0.04,
  returnShare: 0.05,
  age: 18,
  ageSd: 1.8,
  womenShare: 0.62,
  distanceKm: 9,
  emailConsent: 0.6,
  postConsent: 0.12,
  style: [4.5, 2.6, 4.2, 2.9],
};
const lapsed: CustomerKind = {
  label: 'lapsed big spenders',
  customers: 350,
  recencyDays: 290,
  recencySigma: 0.35,
  orders: 4,
  intervalDays: 75,
  basketEuro: 178,
  discountShare: 0.1,
  mobileShare: 0.1,
  storeShare: 0.6,
  kidsShare: 0.04,
  giftShare: 0.14,
  returnShare: 0.04,
  age: 51,
  ageSd: 8,
  womenShare: 0.55,
  distanceKm: 7,
  emailConsent: 0.62,
  postConsent: 0.72,
  style: [3, 3.3, 2.1, 3],
};
const gifts: CustomerKind = {
  label: 'one-time gift buyers',
  customers: 880,
  recencyDays: 215,
  recencySigma: 0.6,
  orders: 1.15,
  intervalDays: 120,
  basketEuro: 58,
  discountShare: 0.25,
  mobileShare: 0.4,
  storeShare: 0.3,
  kidsShare: 0.14,
  giftShare: 0.82,
  returnShare: 0.02,
  age: 46,
  ageSd: 11,
  womenShare: 0.5,
  distanceKm: 16,
  emailConsent: 0.5,
  postConsent: 0.4,
  style: [2.7, 3.4, 3.2, 3],
};

/** In the order of their letters A–E in the truth file. */
export const KINDS: readonly CustomerKind[] = [urban, families, teens, lapsed, gifts];
