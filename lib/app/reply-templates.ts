/** The team's own sentences as they are stored, whatever became of the storage. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { replyTemplatesSchema, type ReplyTemplates } from '@/lib/model/ready-reply';
import { readReplySetting, writeReplySetting } from '@/lib/platform/reply-storage';

/** None when nothing or something else is stored. */
export async function readReplyTemplates(): Promise<ReplyTemplates> {
  const parsed = replyTemplatesSchema.safeParse(await readReplySetting());
  return parsed.success ? parsed.data : {};
}

export async function writeReplyTemplates(templates: ReplyTemplates): Promise<Result<null>> {
  return (await writeReplySetting(templates)) ? ok(null) : fail(fault('storage-full'));
}
