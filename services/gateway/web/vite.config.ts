import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev` shows the page with a gateway that runs beside it. */
const GATEWAY = 'http://127.0.0.1:8080';
const GATEWAY_PATHS = ['/v1', '/docs', '/openapi.json', '/asyncapi.json', '/train', '/predict'];

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsDir: 'assets',
    // The gateway's policy allows no data URLs for styles and scripts; a file of its own is cached for a year.
    assetsInlineLimit: 0,
    // What stands there is served from there: the tables of predictions need it without a built page as well.
    copyPublicDir: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: Object.fromEntries(GATEWAY_PATHS.map((path) => [path, GATEWAY])) },
});
