/** Marionette, Firefox's own automation protocol: length-prefixed JSON over a loopback socket. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Marionette {
  /** Sends a command such as `WebDriver:Navigate` and resolves with its result. */
  send(command: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Waits for Firefox to open its port, for at most `timeout` milliseconds. */
export async function connectMarionette(port: number, timeout = 20_000): Promise<Marionette> {
  const deadline = Date.now() + timeout;
  for (;;) {
    try {
      return speak(await openSocket(port));
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error('Firefox did not open its Marionette port', { cause: error });
      await sleep(100);
    }
  }
}

/** Resolves once Firefox has greeted: it accepts connections a little before it is ready. */
function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('Closed before the greeting')));
    socket.once('readable', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

function speak(socket: Socket): Marionette {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let buffered = Buffer.alloc(0);

  const fail = (error: Error) => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  const receive = (message: unknown) => {
    // Replies are [1, id, error, result]; the greeting is an object.
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const waiting = pending.get(id);
    pending.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  };

  socket.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const colon = buffered.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(buffered.subarray(0, colon).toString());
      if (buffered.length < end) return;
      receive(JSON.parse(buffered.subarray(colon + 1, end).toString()));
      buffered = buffered.subarray(end);
    }
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('Firefox closed the connection')));

  return {
    send(command, parameters = {}) {
      lastId += 1;
      const id = lastId;
      const text = JSON.stringify([0, id, command, parameters]);
      return new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('Firefox has gone'));
        pending.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => socket.destroy(),
  };
}
