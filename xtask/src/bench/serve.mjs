// Compresses each text and the WebAssembly of a folder beside itself, as a host sends them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [served] = process.argv.slice(1);
const endings = /\.(html|css|js|wasm|json)$/;

for (const file of readdirSync(served, { recursive: true }).filter((name) => endings.test(name))) {
  const bytes = readFileSync(join(served, file));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(join(served, `${file}.br`), brotliCompressSync(bytes, { params }));
}
