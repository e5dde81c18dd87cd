// Copies the published app to the folder that is measured, each text and the WebAssembly compressed beside it.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [dist, served] = process.argv.slice(1);
const endings = /\.(html|css|js|wasm|json)$/;

rmSync(served, { recursive: true, force: true });
cpSync(dist, served, { recursive: true });
for (const file of readdirSync(served, { recursive: true }).filter((name) => endings.test(name))) {
  const bytes = readFileSync(join(served, file));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(join(served, `${file}.br`), brotliCompressSync(bytes, { params }));
}
