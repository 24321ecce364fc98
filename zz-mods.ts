import { build } from 'vite'; import { resolve } from 'node:path';
const root = process.cwd();
const out: any = await build({ configFile: false, root, logLevel: 'error', resolve: { alias: [ {find:/^@\//, replacement: root+'/'}, {find:'#i18n', replacement: resolve('.wxt/i18n/index.ts')} ] },
 define: { 'import.meta.env.BROWSER':'"chrome"','import.meta.env.CHROME':'true','import.meta.env.FIREFOX':'false','import.meta.env.ENTRYPOINT':'"x"','import.meta.env.MANIFEST_VERSION':'3','import.meta.env.DEV':'false','import.meta.env.COMMAND':'"build"','import.meta.env.MODE':'"production"', 'process.env.NODE_ENV':'"production"' },
 build: { write: false, target: 'esnext', minify: true, lib: { entry: resolve('entrypoints/zendesk.content.ts'), formats: ['iife'], name: 'x', fileName: 'x' } } });
const c = (Array.isArray(out)?out[0]:out).output[0];
console.log(Object.entries(c.modules).map(([k,v]: any)=>[v.renderedLength,k.replace(root,'')]).sort((a: any,b: any)=>b[0]-a[0]).slice(0,45).map((x: any)=>x.join(' ')).join('\n'));
const code: string = c.modules[Object.keys(c.modules).find(k=>k.endsWith('zod/v4/core/schemas.js'))!].code ?? '';
const parts = code.split(/\n(?=const \$Zod|function |export )/).map(p=>[p.length,p.slice(0,60).split('\n')[0]]); console.log(parts.map(p=>p.join(' ')).join('\n'));
const u: string = c.modules[Object.keys(c.modules).find(k=>k.endsWith('zod/v4/mini/schemas.js'))!].code ?? ''; console.log(u.split(/\n(?=const |function )/).map(p=>[p.length,p.slice(0,60).split('\n')[0]].join(' ')).join('\n'));
