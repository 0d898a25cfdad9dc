/** Replies that every resource has in common. */
import { ApiError, type ApiReply } from './contract';

export function errorReply({ status, code, message }: ApiError): ApiReply {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: { code, message, more_info, status } };
}

/** Of a planned fault. */
export function faultReply(status: number, code?: number): ApiReply {
  const tooMany = status === 429;
  const message = tooMany ? 'Too Many Requests' : 'Service is temporarily unavailable';
  return errorReply(new ApiError(status, code ?? (tooMany ? 20429 : 20000 + status), message));
}
