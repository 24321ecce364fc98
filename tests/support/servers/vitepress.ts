/** A real documentation site: Markdown under git, built by VitePress, served with conditional GETs. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startStaticSite, type StaticSite } from '@/tests/support/servers/static-site';

const run = promisify(execFile);

const CACHE = resolve('.cache/servers/vitepress');
const VERSION = '1.6.4';
const TYPES: Record<string, string> = { '.html': 'text/html', '.xml': 'application/xml' };

export interface DocsSite {
  site: StaticSite;
  /** Writes or, for null, removes pages, and commits that at a time (ISO 8601). */
  commit(pages: Record<string, string | null>, at: string): Promise<void>;
  /** Builds what is committed and serves it instead of what was there. */
  publish(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a site without pages; rejects where VitePress cannot be had. */
export async function startDocsSite(): Promise<DocsSite> {
  await fetchVitePress();
  const site = await startStaticSite();
  const work = await mkdtemp(join(tmpdir(), 'trivet-docs-'));
  const git = (args: string[], at = '2026-03-01T08:00:00Z') =>
    run('git', ['-c', 'user.name=Writer', '-c', 'user.email=writer@fernway.example', ...args], {
      cwd: work,
      env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    });
  await symlink(`${CACHE}/node_modules`, `${work}/node_modules`);
  const config = { title: 'Fernway Help', lastUpdated: true, sitemap: { hostname: site.origin } };
  await write(
    `${work}/docs/.vitepress/config.mjs`,
    `export default ${JSON.stringify({ ...config, lang: 'en-GB', cleanUrls: false })};`,
  );
  await writeFile(`${work}/.gitignore`, 'node_modules\n.vitepress/cache\n.vitepress/dist\n');
  await git(['init', '-q']);
  return {
    site,
    async commit(pages, at) {
      for (const [path, text] of Object.entries(pages)) {
        if (text === null) await rm(`${work}/docs/${path}`);
        else await write(`${work}/docs/${path}`, text);
      }
      await git(['add', '-A']);
      await git(['commit', '-q', '-m', 'Pages'], at);
    },
    async publish() {
      await run('node', [`${CACHE}/node_modules/vitepress/bin/vitepress.js`, 'build', 'docs'], {
        cwd: work,
      });
      const dist = `${work}/docs/.vitepress/dist`;
      site.files.clear();
      for (const path of await readdir(dist, { recursive: true })) await serve(site, dist, path);
      site.files.set('/', site.files.get('/index.html') ?? { body: '', status: 404 });
    },
    async stop() {
      await site.stop();
      await rm(work, { recursive: true, force: true });
    },
  };
}

async function serve(site: StaticSite, dist: string, path: string): Promise<void> {
  const type = TYPES[extname(path)];
  if (type === undefined) return;
  const body = await readFile(join(dist, path), 'utf8');
  site.files.set(`/${path}`, { body, type });
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Beside the project's own packages: it is a hundred megabytes that nothing else needs. */
export async function fetchVitePress(): Promise<void> {
  if (existsSync(`${CACHE}/node_modules/vitepress/package.json`)) return;
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${CACHE}/package.json`, JSON.stringify({ private: true }));
  await run('npm', ['install', '--no-audit', '--no-fund', `vitepress@${VERSION}`], { cwd: CACHE });
}
