// One customer with everything known about them, opened from any screen by key.

/** Mounted once by the shell; shows the card or the search when asked for. */
export { CustomerDialogs } from './CustomerDialogs.tsx';
/** `openCustomer(key)` and `searchCustomers()`. */
export { useCustomerDialogs } from './customerDialogs.ts';
