import { build } from 'vite';
import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
const root = process.cwd();
for (const desk of (process.argv[2] ?? 'zendesk,helpscout').split(',')) for (const minify of (process.argv[3] ?? 'oxc,terser').split(',')) {
  const out: any = await build({ configFile: false, root, logLevel: 'error', resolve: { alias: [ {find:/^@\//, replacement: root+'/'}, {find:'#i18n', replacement: resolve('.wxt/i18n/index.ts')} ] },
    define: { 'import.meta.env.BROWSER':'"chrome"','import.meta.env.CHROME':'true','import.meta.env.FIREFOX':'false','import.meta.env.ENTRYPOINT':'"x"','import.meta.env.MANIFEST_VERSION':'3','import.meta.env.DEV':'false','import.meta.env.COMMAND':'"build"','import.meta.env.MODE':'"production"', 'process.env.NODE_ENV':'"production"' },
    build: { write: false, target: 'esnext', minify: minify === 'oxc' ? true : (minify as any), terserOptions: { ecma: 2020, compress: { passes: 3, ecma: 2020, ...JSON.parse(process.argv[4] ?? '{}') }, ...JSON.parse(process.argv[5] ?? '{}') }, lib: { entry: resolve('entrypoints', desk+'.content.ts'), formats: ['iife'], name: 'x', fileName: 'x' } } });
  const code = (Array.isArray(out)?out[0]:out).output[0].code as string;
  console.log(desk, minify, code.length, gzipSync(code).length);
  const { minify: t } = await import('terser'); const again = (await t(code, { ecma: 2020, compress: { passes: 3, ecma: 2020 } })).code!; console.log('  then terser', again.length, gzipSync(again).length); (await import('node:fs')).writeFileSync('.cache/b1-'+desk+'.js', code);
}
