import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { type Plugin, defineConfig } from 'vite'

const worthIt = /\.(js|css|svg|html)$/

/** The server hands out `x.js.br` or `x.js.gz` where they stand beside `x.js`: compressed once, not for every request. */
const compressed = (outDir: string): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
      if (!worthIt.test(name)) continue
      const file = join(outDir, name)
      const bytes = readFileSync(file)
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    }
  },
})

const outDir = join(import.meta.dirname, '..', 'dist', 'web')

/** `vite build web` → dist/web; in development the API is asked from a server running on ZOUFANG_API. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed(outDir)],
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { proxy: { '^/api/[a-z-]+/': process.env['ZOUFANG_API'] ?? 'http://127.0.0.1:8080' } },
})
