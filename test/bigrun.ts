import { writeLongXlsx } from './bench/longXlsx.ts';
const t = performance.now();
await writeLongXlsx('/tmp/big-formats.xlsx', 1_048_575, 200);
console.log('written', performance.now() - t);
