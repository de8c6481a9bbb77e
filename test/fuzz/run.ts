// npm run fuzz: everything that is generated, at full count, with the counts printed. `npm run fuzz -- 500` for fewer,
// `--quick` for a look of some seconds.
import { fuzzCsv } from './csv.ts';
import { fuzzWorkbooks } from './workbooks.ts';

const [asked = '10000'] = process.argv.slice(2);
const count = asked === '--quick' ? 200 : Number(asked);
if (!Number.isInteger(count) || count < 1) throw new Error(`not a count of files: ${asked}`);

const begun = performance.now();
console.log('text files', await fuzzCsv(count));
const workbooks = await fuzzWorkbooks(count, 20_260_101);
console.log('workbooks', workbooks);
if (workbooks.failures.length > 0) process.exitCode = 1;
console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
