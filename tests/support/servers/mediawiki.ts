/**
 * A real MediaWiki (Debian 12's 1.39, PHP's own server, SQLite) on 127.0.0.1, written to only
 * through its public API. Needs no root: packages are unpacked below the cache folder.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { unpackPackages } from '@/tests/support/servers/debian-packages';
import { freePort } from '@/tests/support/loopback';

const run = promisify(execFile);

const CACHE = resolve('.cache/servers/mediawiki');
const PACKAGES = [
  'php-common',
  ...['common', 'opcache', 'readline', 'cli', 'intl', 'sqlite3', 'mbstring', 'xml', 'curl'].map(
    (part) => `php8.2-${part}`,
  ),
  'mediawiki-classes',
  'mediawiki',
];
/** In the order they must be loaded. */
const EXTENSIONS =
  'pdo ctype curl dom fileinfo iconv intl mbstring pdo_sqlite phar posix simplexml sqlite3 tokenizer xml xmlreader xmlwriter';
/** Of a wiki that lives for one test run on this machine; wikis refuse simple ones. */
const PASSWORD = 'Correct-Horse-9!';

/** Gives `api.php` and pages to PHP's own server. */
const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$root = $_SERVER['DOCUMENT_ROOT'];
if (preg_match('#^/(index|api)\\.php(/.*)?$#', $path, $m)) {
  $_SERVER['SCRIPT_NAME'] = "/$m[1].php";
  $_SERVER['SCRIPT_FILENAME'] = "$root/$m[1].php";
  $_SERVER['PATH_INFO'] = $m[2] ?? '';
  chdir($root);
  require "$root/$m[1].php";
  return true;
}
return false;
`;

/** The account of the wiki's own administrator. */
export const ADMIN = { name: 'Admin', password: PASSWORD };

export interface WikiServer {
  origin: string;
  apiUrl: string;
  /** Adds a line of PHP to the wiki's settings; requests after this know it. */
  configure(line: string): Promise<void>;
  stop(): Promise<void>;
}

/** Has the programs at hand for the wikis that are started after this. */
export async function fetchMediaWiki(): Promise<{ root: string; wiki: string }> {
  const root = await unpackPackages(CACHE, PACKAGES);
  return { root, wiki: await prepareTree(root) };
}

/** Starts an empty wiki; rejects where the packages cannot be had. */
export async function startMediaWiki(): Promise<WikiServer> {
  const { root, wiki } = await fetchMediaWiki();
  const work = await mkdtemp(join(tmpdir(), 'trivet-wiki-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const php = await writePhp(root, work);
  await mkdir(`${work}/data`);
  const install = ['--dbtype', 'sqlite', '--dbpath', `${work}/data`, '--server', origin];
  const naming = ['--scriptpath', '', '--confpath', work, '--lang', 'en', '--pass', PASSWORD];
  const script = `${wiki}/maintenance/install.php`;
  await run(php[0], [...php.slice(1), script, ...install, ...naming, 'Team Wiki', 'Admin'], {
    env: { ...process.env, PHP_INI_SCAN_DIR: '' },
  });
  const settings = `${work}/LocalSettings.php`;
  await appendFile(settings, `\n$wgMainCacheType = CACHE_DB;\n$wgJobRunRate = 1;\n`);
  const server = spawn(
    php[0],
    [...php.slice(1), '-S', `127.0.0.1:${port}`, '-t', wiki, `${work}/router.php`],
    {
      cwd: wiki,
      env: { ...process.env, PHP_INI_SCAN_DIR: '', MW_CONFIG_FILE: settings },
      stdio: 'ignore',
    },
  );
  const stop = async (): Promise<void> => {
    await end(server);
    await rm(work, { recursive: true, force: true });
  };
  await untilAnswers(`${origin}/api.php?action=query&format=json`).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    origin,
    apiUrl: `${origin}/api.php`,
    configure: (line) => appendFile(settings, `${line}\n`),
    stop,
  };
}

/** The wiki's own files, with the links of Debian's package that lead nowhere here put right. */
async function prepareTree(root: string): Promise<string> {
  const wiki = `${root}/usr/share/mediawiki`;
  for (const name of ['LocalSettings.php', 'extensions', 'images', 'config']) {
    if (!existsSync(`${wiki}/${name}`)) await rm(`${wiki}/${name}`, { force: true });
  }
  if (!existsSync(`${wiki}/extensions`)) await symlink('extensions-core', `${wiki}/extensions`);
  await mkdir(`${wiki}/images`, { recursive: true });
  return wiki;
}

/** The command that runs this PHP with its extensions. */
async function writePhp(root: string, work: string): Promise<[string, ...string[]]> {
  const library = `${root}/usr/lib/php`;
  const api = (await readdir(library)).find((name) => /^20\d{6}$/.test(name)) ?? '';
  const lines = [
    `extension_dir=${library}/${api}`,
    `sys_temp_dir=${work}`,
    `zend_extension=${library}/${api}/opcache.so`,
    // Settings change between requests.
    'opcache.revalidate_freq=0',
    ...EXTENSIONS.split(' ').map((name) => `extension=${name}.so`),
  ];
  await writeFile(`${work}/php.ini`, lines.join('\n'));
  await writeFile(`${work}/router.php`, ROUTER);
  return [`${root}/usr/bin/php8.2`, '-c', `${work}/php.ini`];
}

async function untilAnswers(url: string): Promise<void> {
  for (let at = 0; at < 100; at += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('The wiki does not answer');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
}
