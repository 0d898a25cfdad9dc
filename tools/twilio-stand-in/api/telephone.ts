/** What calls leave behind. Names are those of the SDK. */
import type { Dated } from '../records';

export interface QueueRecord extends Dated {
  readonly sid: string;
  friendlyName: string;
  maxSize: number;
  /** In the order in which they wait. */
  readonly members: Member[];
}

export interface Member {
  readonly callSid: string;
  readonly dateEnqueued: Date;
}

export interface RecordingRecord extends Dated {
  readonly sid: string;
  readonly callSid: string;
  status: 'in-progress' | 'processing' | 'completed' | 'absent';
  source: 'DialVerb' | 'RecordVerb' | 'OutboundAPI';
  startTime: Date;
  /** Seconds, as text. */
  duration: string;
  channels: number;
  /** What there is to hear. */
  readonly media: Uint8Array;
}

export interface MessageRecord extends Dated {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  body: string;
  status: 'queued' | 'sent' | 'delivered' | 'failed' | 'undelivered';
  errorCode: number | null;
}
