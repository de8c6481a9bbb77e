// Orders of several rows counted once. The one thing to know: an order number may be shared by customers.

/**
 * Says whether a row is the first of its order for its customer. An order number belongs to one
 * customer in nearly every file; the few that are shared go through a set of pairs.
 */
export function createOrderCounter(order: Int32Array | null): (row: number, customer: number) => boolean {
  if (order === null) return () => true;
  const highest = order.reduce((high, number) => Math.max(high, number), -1);
  const owner = new Int32Array(highest + 1).fill(-1);
  const sharedPairs = new Set<string>();
  return (row, customer) => {
    const number = order[row]!;
    if (number < 0) return true;
    const known = owner[number]!;
    if (known === customer) return false;
    if (known === -1) {
      owner[number] = customer;
      return true;
    }
    const pair = `${number} ${customer}`;
    if (sharedPairs.has(pair)) return false;
    sharedPairs.add(pair);
    return true;
  };
}
