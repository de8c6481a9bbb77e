// Which customer's card is open. View state of the window.
import { create } from 'zustand';

interface CustomerDialogsState {
  readonly open: 'search' | { readonly key: string } | null;
  readonly openCustomer: (key: string) => void;
  readonly searchCustomers: () => void;
  readonly close: () => void;
}

export const useCustomerDialogs = create<CustomerDialogsState>((set) => ({
  open: null,
  openCustomer: (key) => set({ open: { key } }),
  searchCustomers: () => set({ open: 'search' }),
  close: () => set({ open: null }),
}));
