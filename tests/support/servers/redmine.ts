/**
 * A real Redmine (Debian 12's 5.0, SQLite, puma) on 127.0.0.1. Its packages are unpacked below the
 * cache folder and laid over the system's folders in a mount namespace of its own, so nothing is
 * installed and the machine stays as it is. Needs root for the namespace.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@/tests/support/loopback';
import { unpackPackages } from '@/tests/support/servers/debian-packages';

const run = promisify(execFile);

const CACHE = resolve('.cache/servers/redmine');
const PACKAGES = ['redmine', 'redmine-sqlite', 'puma'];
/** Folders of the system that the packages and Redmine's own files are laid over. */
const LAID = ['usr', 'etc', 'var'];

/** Keys of accounts of a tracker that lives for one test run on this machine. */
export const REDMINE_KEYS = { admin: 'a'.repeat(40), agent: 'b'.repeat(40) };

/** REST on, an administrator, and an agent who sees what any account sees. */
const SEED = `
Setting.rest_api_enabled = '1'
Setting.text_formatting = 'textile'
admin = User.find_by_login('admin')
admin.password = 'Correct-Horse-9!'
admin.must_change_passwd = false
admin.save!
agent = User.new(firstname: 'Ada', lastname: 'Agent', mail: 'ada@fernway.example')
agent.login = 'agent'
agent.password = 'Correct-Horse-9!'
agent.save!
{ admin => 'a', agent => 'b' }.each do |user, letter|
  token = Token.find_or_create_by!(user_id: user.id, action: 'api')
  token.update_column(:value, letter * 40)
end
`;

const PREPARE = `
mkdir -p /etc/redmine/default /var/log/redmine/default
printf 'production:\\n  adapter: sqlite3\\n  database: /var/lib/redmine/default/redmine.sqlite3\\n  timeout: 20000\\n' > /etc/redmine/default/database.yml
sh bin/redmine-instances create default
[ -e /var/lib/redmine/default/config ] || ln -s /etc/redmine/default /var/lib/redmine/default/config
mkdir -p /var/cache/redmine/default/tmp /var/cache/redmine/default/plugin_assets
ruby -rsecurerandom -e 'puts SecureRandom.hex(32)' > /etc/redmine/default/secret_key.txt
echo "gem 'puma'" > Gemfile.local
bundle install --local --quiet
bundle exec rake db:migrate > /var/log/redmine/migrate.log 2>&1
bundle exec rake redmine:load_default_data
bundle exec ruby -e 'require "./config/environment"; load ARGV[0]' "$SEED"
`;

export interface RedmineServer {
  origin: string;
  stop(): Promise<void>;
}

/** Has the programs and an empty database at hand for those that are started after this. */
export async function fetchRedmine(): Promise<string> {
  if (process.getuid?.() !== 0) throw new Error('a mount namespace of its own needs root');
  const root = await unpack();
  if (!existsSync(`${CACHE}/fresh`)) await prepareFresh(root);
  return root;
}

/** Starts a Redmine without projects; rejects where it cannot run. */
export async function startRedmine(): Promise<RedmineServer> {
  const root = await fetchRedmine();
  const folder = await mkdtemp(join(CACHE, 'run-'));
  await cp(`${CACHE}/fresh`, `${folder}/up`, { recursive: true, verbatimSymlinks: true });
  const port = await freePort();
  const serve = `exec bundle exec puma -e production -b tcp://127.0.0.1:${port} -t 1:4 config.ru`;
  const server = await startWithin(root, folder, serve);
  const stop = async (): Promise<void> => {
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(`${origin}/issues.json`, server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { origin, stop };
}

async function unpack(): Promise<string> {
  const isThere = existsSync(`${CACHE}/unpacked`);
  const root = await unpackPackages(CACHE, isThere ? [] : await withDependencies());
  // A system whose /lib is a link to /usr/lib would not see what was unpacked beside it.
  for (const name of ['lib', 'bin', 'sbin']) {
    if (!existsSync(`${root}/${name}`)) continue;
    await cp(`${root}/${name}`, `${root}/usr/${name}`, { recursive: true, verbatimSymlinks: true });
    await rm(`${root}/${name}`, { recursive: true });
  }
  return root;
}

/** The packages and all that they need and this machine has not. */
async function withDependencies(): Promise<string[]> {
  const { stdout } = await run('apt-get', [
    '-s',
    '--no-install-recommends',
    'install',
    ...PACKAGES,
  ]);
  return [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
}

/** Once: a database with its tables and accounts, kept for the runs after this. */
async function prepareFresh(root: string): Promise<void> {
  const folder = await mkdtemp(join(CACHE, 'fresh-'));
  await writeFile(`${folder}/seed.rb`, SEED);
  const work = await startWithin(root, folder, `export SEED=${folder}/seed.rb${PREPARE}`);
  const code = await new Promise((done) => work.once('exit', done));
  if (code !== 0) throw new Error(`Redmine could not be set up: ${await lastLines(folder)}`);
  await rename(`${folder}/up`, `${CACHE}/fresh`);
  await rm(folder, { recursive: true, force: true });
}

/** Runs a script in Redmine's folder, the packages laid over this machine's; writes go below `folder`. */
async function startWithin(root: string, folder: string, script: string): Promise<ChildProcess> {
  const mounts: string[] = [];
  for (const name of LAID) {
    for (const part of ['up', 'scratch'])
      await mkdir(`${folder}/${part}/${name}`, { recursive: true });
    await mkdir(`${root}/${name}`, { recursive: true });
    const layers = `lowerdir=${root}/${name}:/${name},upperdir=${folder}/up/${name},workdir=${folder}/scratch/${name}`;
    mounts.push(`mount -t overlay overlay -o ${layers} /${name}`);
  }
  const lines = ['set -e', ...mounts, 'cd /usr/share/redmine', script];
  await writeFile(`${folder}/inner.sh`, lines.join('\n'));
  const command = `bash ${folder}/inner.sh > ${folder}/log 2>&1`;
  const child = spawn('unshare', ['-m', 'bash', '-c', command], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      REDMINE_INSTANCE: 'default',
      SCHEMA: '/dev/null',
      REDMINE_LANG: 'en',
      RAILS_ENV: 'production',
    },
  });
  return child;
}

async function lastLines(folder: string): Promise<string> {
  const log = await readFile(`${folder}/log`, 'utf8').catch(() => '');
  return log.trim().split('\n').slice(-3).join(' / ');
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let at = 0; at < 300 && server.exitCode === null; at += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) return;
    await sleep(200);
  }
  throw new Error('Redmine does not answer');
}

/** The whole group: the shell around it, and puma. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = new Promise((done) => server.once('exit', done));
  process.kill(-server.pid, 'SIGTERM');
  await Promise.race([ended, sleep(5_000)]);
  try {
    process.kill(-server.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}
