/** Who answers when a caller asks for the operator. */
import type { Hours } from './hours';
import type { CallLanguage } from './language';
import type { Prompt } from './menu';

/** `operators.yaml`: what happens when a caller asks for the operator. */
export interface OperatorDesk {
  readonly volunteers: readonly Volunteer[];
  /** How long a caller waits before leaving a message. */
  readonly waitSeconds: number;
  /** How long a volunteer's phone rings. */
  readonly ringSeconds: number;
  /** What a caller hears while waiting, over and over; else the shipped hold sound. */
  readonly hold?: Prompt;
  readonly message: {
    readonly maxSeconds: number;
    /** Days after which `dialtone messages purge` deletes a message. */
    readonly keepDays: number;
  };
  /** Who is notified of a message. */
  readonly notice: {
    /** E.164 numbers that get an SMS. */
    readonly sms: readonly string[];
    /** Whether the webhook of the variable MESSAGE_WEBHOOK_URL is notified. */
    readonly webhook: boolean;
  };
  /** How often volunteers are called together. */
  readonly limits: { readonly phone: Rate; readonly site: Rate };
}

export interface Rate {
  readonly minute: number;
  readonly day: number;
}

export interface Volunteer {
  /** What the directory calls them. */
  readonly name: string;
  /** Whom Twilio calls: a number in E.164, or one of our extensions. */
  readonly call: { readonly number: string } | { readonly extension: string };
  /** In their time zone; none means always. */
  readonly hours?: readonly Hours[];
  /** Where it is not the site's. */
  readonly timeZone?: string;
  readonly languages: readonly CallLanguage[];
}
