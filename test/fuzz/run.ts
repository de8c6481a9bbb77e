// npm run fuzz: everything that is generated, at full count, with the counts printed. `npm run fuzz -- 500` for fewer.
import { fuzzCsv } from './csv.ts';

const count = Number(process.argv[2] ?? 10_000);

const begun = performance.now();
console.log('text files', await fuzzCsv(count));
console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
