import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `vite build web` → dist/web; in development the API is asked from a server running on ZOUFANG_API. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '^/api/[a-z-]+/': process.env['ZOUFANG_API'] ?? 'http://127.0.0.1:8080' } },
})
