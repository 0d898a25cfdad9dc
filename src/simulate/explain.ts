/** `dialtone explain`: what a call will do, and why, by the very code the functions run. */
import type { Question } from './question';
import { sipHost } from '../runtime/model/sip';
import {
  type Decision,
  readCall,
  readParty,
  routeIncoming,
  routeOutgoing,
  type Step,
  usernameToLookUp,
} from '../runtime/calls';
import { twimlFor } from '../runtime/twiml';
import { usernameOf } from './extensionNamed';
import { type Called, calledFor, withQueueName } from './operatorCall';
import type { Project } from '../config/project';
import { type FormAnswer, whoAnswers } from './whoAnswers';

export interface Answered {
  readonly decision: Decision;
  readonly trace: readonly Step[];
  readonly twiml: string;
  /** Of a call for the operator: who would be called at that moment. */
  readonly called?: readonly Called[];
}

export interface Explanation extends Answered {
  /** Whether Twilio's REST API would be asked first: only about phones that the directory does not know. */
  readonly lookUp: boolean;
  /** Of an emergency call of a phone that may: who answers each form of it. */
  readonly answers?: readonly FormAnswer[];
}

export function explain(asked: Question, project: Project): Explanation {
  const question = fromUsername(asked, project);
  const { called, ...answered } = answerTo(question, decide(question, project), project);
  const lookUp = needsLookUp(question, project);
  const answers =
    answered.decision.kind === 'emergency'
      ? whoAnswers(readParty(question.from)?.user, question.environment, project)
      : [];
  return {
    ...answered,
    lookUp,
    ...(called && { called }),
    ...(answers.length > 0 && { answers }),
  };
}

/** A decision with all that is said of it. */
export function answerTo(question: Question, decided: Decision, project: Project): Answered {
  const { trace = [], ...outcome } = decided;
  const decision = withQueueName(outcome, question);
  const twiml = twimlFor(decision, {
    site: project.directory.site,
    template: (name) => project.templates.get(name)?.text,
    parameters: { From: question.from, To: question.to },
  });
  const called = calledFor(decision, asTwilioAsks(question, project), project);
  return { decision, trace, twiml, ...(called && { called }) };
}

/** A phone's From and To are URIs: that distinguishes it from a caller outside. */
export function asTwilioAsks(question: Question, { directory }: Project): Question {
  const { direction, environment, to } = question;
  if (direction === 'incoming') return question;
  const { from } = fromUsername(question, { directory });
  const domain = directory.site.environments[environment]?.sipDomain ?? 'example';
  const uri = (user: string) => `sip:${user}@${sipHost(domain)}`;
  return {
    ...question,
    from: from.includes('@') ? from : uri(from),
    to: /@|^\W*(?:sips?|tel):/i.test(to) ? to : uri(encodeURIComponent(to)),
  };
}

/** A phone may be asked about by its short name. */
function fromUsername(question: Question, project: Pick<Project, 'directory'>): Question {
  if (question.direction === 'incoming') return question;
  return { ...question, from: usernameOf(question.from, project) };
}

function decide(question: Question, { directory }: Project): Decision {
  const { direction, at, listed, ...call } = question;
  return direction === 'incoming'
    ? routeIncoming(readCall(call), directory, at)
    : routeOutgoing(readCall({ ...call, listed: listed && new Set(listed) }), directory, at);
}

function needsLookUp({ direction, ...call }: Question, { directory }: Project): boolean {
  return (
    direction === 'outgoing' &&
    usernameToLookUp(readCall({ ...call, listed: undefined }), directory) !== undefined
  );
}
