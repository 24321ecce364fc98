/** Zendesk's own record shapes, as its API returns them (the stand-in's tests compare them with recorded samples). */
import type { TicketStatus, TicketType } from './sample-ticket';

export interface Via {
  readonly channel: string;
  readonly source: {
    readonly from: Readonly<Record<string, string>>;
    readonly to: Readonly<Record<string, string>>;
    readonly rel: string | null;
  };
}

export interface CustomField {
  readonly id: number;
  readonly value: string | null;
}

export interface TicketRecord {
  readonly id: number;
  readonly url: string;
  readonly external_id: null;
  readonly via: Via;
  readonly created_at: string;
  updated_at: string;
  generated_timestamp: number;
  type: TicketType | null;
  subject: string;
  raw_subject: string;
  readonly description: string;
  priority: string | null;
  status: TicketStatus;
  custom_status_id: number;
  readonly recipient: string | null;
  readonly requester_id: number;
  readonly submitter_id: number;
  readonly assignee_id: number;
  readonly organization_id: number | null;
  readonly group_id: number;
  readonly collaborator_ids: readonly number[];
  readonly follower_ids: readonly number[];
  readonly email_cc_ids: readonly number[];
  readonly forum_topic_id: null;
  problem_id: number | null;
  has_incidents: boolean;
  readonly is_public: boolean;
  readonly due_at: null;
  tags: readonly string[];
  custom_fields: readonly CustomField[];
  readonly satisfaction_rating: { readonly score: string };
  readonly sharing_agreement_ids: readonly number[];
  fields: readonly CustomField[];
  readonly followup_ids: readonly number[];
  readonly ticket_form_id: number;
  readonly brand_id: number;
  readonly allow_channelback: boolean;
  readonly allow_attachments: boolean;
  readonly from_messaging_channel: boolean;
}

export interface AttachmentRecord {
  readonly url: string;
  readonly id: number;
  readonly file_name: string;
  readonly content_url: string;
  readonly mapped_content_url: string;
  readonly content_type: string;
  readonly size: number;
  readonly width: null;
  readonly height: null;
  readonly inline: boolean;
  readonly deleted: boolean;
  readonly thumbnails: readonly never[];
}

export interface CommentRecord {
  readonly id: number;
  readonly type: 'Comment';
  readonly author_id: number;
  readonly body: string;
  readonly html_body: string;
  readonly plain_body: string;
  readonly public: boolean;
  readonly attachments: readonly AttachmentRecord[];
  readonly audit_id: number;
  readonly via: Via;
  readonly created_at: string;
  readonly metadata: {
    readonly system: Readonly<Record<string, string>>;
    readonly custom: Readonly<Record<string, never>>;
  };
}

export interface UserRecord {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'end-user' | 'agent';
  readonly organization_id: number | null;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly user_fields: Readonly<Record<string, never>>;
}

export interface OrganizationRecord {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly shared_tickets: boolean;
  readonly shared_comments: boolean;
  readonly external_id: null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly domain_names: readonly string[];
  readonly details: string;
  readonly notes: string;
  readonly group_id: null;
  readonly tags: readonly string[];
  readonly organization_fields: Readonly<Record<string, string>>;
}

/**
 * One thing in a conversation. `place` says where Zendesk shows it: an ordinary comment; a messaging
 * message, which only the conversation log has; or the line "Conversation with …" that stands in
 * `/comments` for the whole chat.
 */
export interface ConversationEntry {
  readonly place: 'comment' | 'messaging' | 'chat-placeholder';
  readonly comment: CommentRecord;
}
