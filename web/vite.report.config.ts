import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts script and style sheet into the page, which lets nothing run and load but these two. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      let page, script = '', styles = '';
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk') {
          script += file.code.trim().replaceAll('</script', '<\\/script');
          delete bundle[name];
        } else if (name.endsWith('.css')) {
          styles += String(file.source).trim();
          delete bundle[name];
        } else if (name.endsWith('.html')) {
          page = file;
        } else {
          delete bundle[name];
        }
      }
      if (!page || script === '' || styles === '') {
        throw new Error('the report has no page, script or style sheet');
      }
      const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(styles)}; font-src data:; ` +
        `img-src data: blob:; base-uri 'none'; form-action 'none'`;
      const html = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/g, '')
        .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '');
      const [head = '', tail = ''] = html.split('<meta charset="utf-8">');
      page.source = `${head}<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy}">${tail}`
        .replace('</head>', () => `  <style>${styles}</style>\n</head>`)
        .replace('</body>', () => `  <script type="module">${script}</script>\n</body>`);
    },
  };
}

// The template of report.html: the same sources as the page, in one file without anything beside it.
export default defineConfig({
  plugins: [oneFile()],
  // one scale of shapes is enough on paper
  resolve: { alias: { 'world-atlas/countries-50m.json': 'world-atlas/countries-110m.json' } },
  publicDir: false,
  build: {
    target: 'es2022', emptyOutDir: false, assetsInlineLimit: Number.MAX_SAFE_INTEGER, cssCodeSplit: false,
    modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: 'report.html', output: { codeSplitting: false } },
  },
});
