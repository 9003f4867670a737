import { defineConfig } from 'vite';

const api = process.env['CARAVAN_API'] ?? 'http://127.0.0.1:5080';

export default defineConfig({
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: true, chunkSizeWarningLimit: 800 },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
});
