// What a fitted model of repeated purchases can say; BG/NBD and Pareto/NBD both do.

/** A customer's history in the unit of time that the parameters have. */
export interface Purchases {
  /** x: repeated purchases. */
  readonly repeats: number;
  /** t_x: from the first purchase to the last. */
  readonly last: number;
  /** T: from the first purchase to the end of the time that was watched. */
  readonly watched: number;
}

export interface PurchaseModel {
  readonly name: 'bgnbd' | 'paretonbd';
  readonly parameters: Readonly<Record<string, number>>;
  /** P(alive): the chance that the customer still buys at the end of the time that was watched. */
  readonly alive: (of: Purchases) => number;
  /** Purchases expected in the `time` after that. */
  readonly expected: (of: Purchases, time: number) => number;
  /** The same of a customer who is known to be active then: `expected` without the chance of it. */
  readonly expectedIfAlive: (of: Purchases, time: number) => number;
  /** Repeated purchases expected of a new customer in the `time` after the first purchase. */
  readonly expectedOfNew: (time: number) => number;
}

export interface FittedModel {
  readonly model: PurchaseModel;
  readonly logLikelihood: number;
  readonly converged: boolean;
}
