import { defineConfig, type Plugin } from 'vite';

const api = process.env['CARAVAN_API'] ?? 'http://127.0.0.1:5080';

// The page itself is loaded while the first result is being asked for, and with it the faces that every page is set in: one
// that came after the first frame would have the whole page laid out again.
const preload: Plugin = {
  name: 'preload',
  transformIndexHtml: (_, { bundle = {} }) =>
    Object.values(bundle).flatMap(file => {
      const attrs = { crossorigin: true, href: `./${file.fileName}` };
      if (file.type === 'chunk') {
        return file.facadeModuleId?.endsWith('/src/main.tsx')
          ? [{ tag: 'link', injectTo: 'head' as const, attrs: { rel: 'modulepreload', ...attrs } }]
          : [];
      }
      return file.names.some(name => name.endsWith('-latin-wght-normal.woff2'))
        ? [{ tag: 'link', injectTo: 'head' as const, attrs: { rel: 'preload', as: 'font', type: 'font/woff2', ...attrs } }]
        : [];
    }),
};

export default defineConfig({
  plugins: [preload],
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: true, chunkSizeWarningLimit: 800 },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
});
