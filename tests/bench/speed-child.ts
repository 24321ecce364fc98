/** The process in which one engine is measured; its orders and its figures go over the parent's channel. */
import type { Peer } from '@/tests/bench/peers/contract';
import { OURS, type FromChild, type Job } from '@/tests/bench/speed-jobs';
import { build, measureSpeed } from '@/tests/bench/speed-measure';
import { readWorkspace } from '@/tests/bench/speed-workspace';

const send = (message: FromChild): void => void process.send?.(message);

process.once('disconnect', () => process.exit());
process.once('message', (job: Job) => {
  run(job).then(
    () => send({ type: 'done' }),
    (error: unknown) => send({ type: 'failed', why: String(error) }),
  );
});

async function run(job: Job): Promise<void> {
  const peer = await findEngine(job.engine);
  const { task } = job;
  if (task.kind === 'speed') {
    await measureSpeed(peer, job, task.limits, {
      measured: (figure) => send({ type: 'measured', figure }),
      at: (phase) => send({ type: 'at', phase }),
      said: (sentence) => send({ type: 'said', sentence }),
    });
  } else if (task.kind === 'save') {
    send({ type: 'at', phase: 'build' });
    const index = await peer.create(job);
    await build(index, readWorkspace(job.workspace));
    send({ type: 'at', phase: 'save' });
    await index.save(task.into);
  } else {
    await answerFirst(peer, job, task);
  }
}

/** Loads no more code than is measured. */
async function findEngine(name: string): Promise<Peer> {
  if (name === OURS) return (await import('@/tests/bench/speed-trivet')).trivet;
  const { PEERS } = await import('@/tests/bench/peers/registry');
  const peer = PEERS.find((one) => one.name === name);
  if (peer === undefined) throw new Error(`There is no engine ${name}`);
  return peer;
}

/** The clock starts when the code is there and nothing has been read. */
async function answerFirst(
  peer: Peer,
  job: Job,
  task: Extract<Job['task'], { kind: 'first' }>,
): Promise<void> {
  const { queries } = readWorkspace(job.workspace);
  const query = queries[task.question % queries.length];
  const form = peer.forms.find((one) => one === task.form);
  if (query === undefined || form === undefined) throw new Error('There is no such question');
  send({ type: 'at', phase: `first answer ${form}` });
  const started = performance.now();
  const index = await peer.load(task.from, job);
  const found = await index.search(query, form, 10);
  const value = performance.now() - started;
  if (found.length === 0) send({ type: 'said', sentence: 'the first answer is empty' });
  send({
    type: 'measured',
    figure: { metric: 'first_answer_ms', value, unit: 'ms', variant: form },
  });
}
