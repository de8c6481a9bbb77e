// Whom the customers stand for: the pane with references and weights, and the chip that says weights are in use.
export { WhoIsMissing } from './WhoIsMissing.tsx';
export { WeightedChip } from './WeightedChip.tsx';
