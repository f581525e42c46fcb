import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// The page is served by the control plane itself; `npm run dev` passes the API on to a running one.
const server = process.env.TOUCHSTONE_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Every style and script is a file of its own: the content security policy allows no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // The chart library's share has a name, so that figures and people can tell it from the page.
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => id.includes('/echarts/')) ? 'assets/charts-[hash].js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: { proxy: { '/api': server, '/actuator': server }, fs: { allow: ['../..'] } },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
})
