/** The background's one listener: decides who asks, checks what is asked, and always answers a Result. */
import { fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { fail, type Result } from '@/lib/core/result';
import {
  messages,
  type Caller,
  type MessageName,
  type MessageRequest,
  type MessageResponse,
} from '@/lib/messaging/contract';
import { envelopeSchema } from '@/lib/messaging/envelope';
import { answerMessages, type MessageSender } from '@/lib/platform/messages';

/** One function for every message. It gets a checked request from an allowed caller. */
export type Handlers = {
  [N in MessageName]: (request: MessageRequest<N>) => Promise<Result<MessageResponse<N>>>;
};

/** How the router knows callers apart. */
export interface CallerRules {
  /** `chrome-extension://…`, without a slash at the end. */
  ownOrigin: string;
  /** The options page's address. */
  optionsUrl: string;
  isHelpdesk: (origin: string) => boolean;
}

const log = createLog('router');

/** Starts answering; call it synchronously when the background starts. Returns how to stop. */
export function startRouter(handlers: Handlers, rules: CallerRules): () => void {
  return answerMessages((message, sender) => route(message, sender, handlers, rules));
}

/** The answer to one message. Never rejects: a bug in a handler is the fault `unexpected`. */
export async function route(
  message: unknown,
  sender: MessageSender,
  handlers: Handlers,
  rules: CallerRules,
): Promise<Result<unknown>> {
  const caller = callerOf(sender, rules);
  if (caller === null) return fail(fault('forbidden-caller'));
  const envelope = envelopeSchema.safeParse(message);
  if (!envelope.success) return fail(fault('bad-message'));
  const { name, request } = envelope.data;
  if (!isMessageName(name)) return fail(fault('bad-message'));
  if (!isAllowed(caller, messages[name].from)) {
    return fail(fault('forbidden-caller', { message: name, caller }));
  }
  const checked = messages[name].request.safeParse(request);
  if (!checked.success) return fail(fault('bad-message', { message: name }));
  try {
    return await handle(handlers, name, checked.data as MessageRequest<typeof name>);
  } catch (error) {
    log.bug(`${name} threw`, error);
    return fail(fault('unexpected', { message: name }));
  }
}

/** Null for senders that are no part of the extension and sit on no page we serve. */
export function callerOf(sender: MessageSender, rules: CallerRules): Caller | null {
  if (!sender.isOurs || sender.origin === null) return null;
  if (sender.origin === rules.ownOrigin) {
    return isSamePage(sender.url, rules.optionsUrl) ? 'options' : 'sidebar';
  }
  return rules.isHelpdesk(sender.origin) ? 'page' : null;
}

/** The options page is one of our pages, so it may do what any of them may. */
function isAllowed(caller: Caller, from: readonly Caller[]): boolean {
  return from.includes(caller) || (caller === 'options' && from.includes('sidebar'));
}

/** True for the page's address with any query or fragment. */
function isSamePage(url: string | null, page: string): boolean {
  return url?.replace(/[?#].*$/, '') === page;
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(messages, name);
}

/** Ties a message's name to its handler's types, which the call above cannot do for a union. */
function handle<N extends MessageName>(
  handlers: Handlers,
  name: N,
  request: MessageRequest<N>,
): Promise<Result<MessageResponse<N>>> {
  return handlers[name](request);
}
