// A gzip copy beside every text of the bundle: the server sends what is there and compresses nothing itself.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const TEXT = /\.(js|css|svg|html|json)$/

for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (TEXT.test(name)) {
    const path = join('dist', name)
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }))
  }
}
