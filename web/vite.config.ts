import { defineConfig, type Plugin } from 'vite';

const api = process.env['CARAVAN_API'] ?? 'http://127.0.0.1:5080';

// The page itself is loaded while the first result is being asked for.
const preloadPage: Plugin = {
  name: 'preload-page',
  transformIndexHtml: (_, { bundle = {} }) =>
    Object.values(bundle)
      .filter(file => file.type === 'chunk' && file.facadeModuleId?.endsWith('/src/main.tsx'))
      .map(({ fileName }) => ({
        tag: 'link', injectTo: 'head', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
      })),
};

export default defineConfig({
  plugins: [preloadPage],
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: true, chunkSizeWarningLimit: 800 },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
});
