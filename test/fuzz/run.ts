// npm run fuzz: everything that is generated, at full count, with the counts printed. `npm run fuzz -- 500` for fewer.
import { fuzzCsv } from './csv.ts';
import { fuzzWorkbooks } from './workbooks.ts';

const count = Number(process.argv[2] ?? 10_000);

const begun = performance.now();
console.log('text files', await fuzzCsv(count));
const workbooks = await fuzzWorkbooks(count, 20_260_101);
console.log('workbooks', workbooks);
if (workbooks.failures.length > 0) process.exitCode = 1;
console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
