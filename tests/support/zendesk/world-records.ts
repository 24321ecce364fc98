/** Turns sample tickets into Zendesk's records: ids, people, organisations, HTML bodies. Deterministic. */
import type {
  AttachmentRecord,
  CommentRecord,
  CustomField,
  OrganizationRecord,
  UserRecord,
  Via,
} from './records';
import type { SampleChannel, SampleTicket } from './sample-ticket';

export const productVersionFieldId = 360001;
export const productAreaFieldId = 360002;

/** The agent whose session the page runs in. */
export const currentAgent = { id: 9100, name: 'Bo Lind', email: 'bo@acme.example' } as const;

// Real ids are 13–14 digits; larger than 2^31 on purpose, so that a 32-bit assumption shows.
const firstUserId = 3_900_000_009_000;
const firstOrganizationId = 3_900_000_003_000;
const firstCommentId = 14_000_000_055_000;
const firstAuditId = 14_000_000_077_000;
const firstAttachmentId = 14_000_000_066_000;

/** Hands out ids and remembers who has which one. */
export interface Directory {
  readonly users: Map<number, UserRecord>;
  readonly organizations: Map<number, OrganizationRecord>;
  organizationNamed(name: string): OrganizationRecord | null;
  requesterOf(ticket: SampleTicket): UserRecord;
  nextCommentIds(): { id: number; auditId: number };
  attachment(fileName: string): AttachmentRecord;
}

/** A name as an e-mail or host label: `Café Zwölf` → `cafe-zwolf`. */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'unnamed';
}

export function createDirectory(origin: string): Directory {
  const users = new Map<number, UserRecord>();
  const organizations = new Map<number, OrganizationRecord>();
  const userIds = new Map<string, number>();
  const organizationIds = new Map<string, number>();
  let comments = 0;
  let attachments = 0;

  const organizationNamed = (name: string): OrganizationRecord | null => {
    if (name === '') return null;
    const id = organizationIds.get(name) ?? firstOrganizationId + organizationIds.size + 1;
    organizationIds.set(name, id);
    const record = organizations.get(id) ?? newOrganization(origin, id, name);
    organizations.set(id, record);
    return record;
  };

  const addUser = (user: Omit<UserRecord, 'url' | 'tags' | 'user_fields'>): UserRecord => {
    const url = `${origin}/api/v2/users/${user.id}.json`;
    const record: UserRecord = { ...user, url, tags: [], user_fields: {} };
    users.set(record.id, record);
    return record;
  };

  addUser({ ...currentAgent, role: 'agent', organization_id: null, locale: 'en-US' });

  return {
    users,
    organizations,
    organizationNamed,
    requesterOf({ requester }) {
      const organization = organizationNamed(requester.organization);
      const key = `${requester.name}\n${requester.organization}`;
      const known = users.get(userIds.get(key) ?? -1);
      if (known) return known;
      const id = firstUserId + userIds.size + 1;
      userIds.set(key, id);
      const email = `${slug(requester.name).replaceAll('-', '.')}@${slug(requester.organization)}.example`;
      const organization_id = organization?.id ?? null;
      return addUser({
        id,
        name: requester.name,
        email,
        role: 'end-user',
        organization_id,
        locale: requester.locale,
      });
    },
    nextCommentIds() {
      comments += 1;
      return { id: firstCommentId + comments, auditId: firstAuditId + comments };
    },
    attachment(fileName) {
      attachments += 1;
      const id = firstAttachmentId + attachments;
      const contentUrl = `${origin}/attachments/token/Tk${id}/?name=${encodeURIComponent(fileName)}`;
      return {
        url: `${origin}/api/v2/attachments/${id}.json`,
        id,
        file_name: fileName,
        content_url: contentUrl,
        mapped_content_url: contentUrl,
        content_type: fileName.endsWith('.png') ? 'image/png' : 'text/plain',
        size: 812,
        width: null,
        height: null,
        inline: false,
        deleted: false,
        thumbnails: [],
      };
    },
  };
}

function newOrganization(origin: string, id: number, name: string): OrganizationRecord {
  return {
    id,
    url: `${origin}/api/v2/organizations/${id}.json`,
    name,
    shared_tickets: false,
    shared_comments: false,
    external_id: null,
    created_at: '2024-02-01T10:00:00Z',
    updated_at: '2026-05-02T10:00:00Z',
    domain_names: [`${slug(name)}.example`],
    details: '',
    notes: '',
    group_id: null,
    tags: [],
    organization_fields: { plan: 'standard' },
  };
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Zendesk's wrapping of a plain-text comment: a paragraph per blank-line block, `<br>` within. */
export function commentHtml(body: string): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((block) => `<p dir="auto">${escapeHtml(block).replaceAll('\n', '<br>')}</p>`);
  return wrapComment(paragraphs.join(''));
}

export function wrapComment(html: string): string {
  return `<div class="zd-comment" dir="auto">${html}</div>`;
}

export function viaOf(channel: SampleChannel, requester: UserRecord): Via {
  if (channel !== 'email') {
    const name = channel === 'messaging' ? 'native_messaging' : 'web';
    return { channel: name, source: { from: {}, to: {}, rel: null } };
  }
  const from = { address: requester.email, name: requester.name };
  const to = { name: 'Acme', address: 'support@acme.example' };
  return { channel: 'email', source: { from, to, rel: null } };
}

export function customFields(productVersion: string | null): readonly CustomField[] {
  return [
    { id: productVersionFieldId, value: productVersion },
    { id: productAreaFieldId, value: null },
  ];
}

/** A customer's comment carries an address and a place, so that a leak of either is noticed. */
export function commentMetadata(byCustomer: boolean, id: number): CommentRecord['metadata'] {
  const system: Record<string, string> = byCustomer
    ? { message_id: `<m${id}@mail.example>`, ip_address: '192.0.2.10', location: 'Madrid, Spain' }
    : { client: 'Mozilla/5.0', ip_address: '192.0.2.20' };
  return { system, custom: {} };
}
