// All kernels, in AssemblyScript. They get addresses in the memory of the calling thread and keep nothing between calls.
export { assign } from './assign';
export { addDistances } from './distances';
export { addProducts } from './products';
