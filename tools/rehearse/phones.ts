/** The phones of a rehearsal register: each with its own password, at the domain that apply has made. */
import type { Project } from '../../src/config/project';
import type { EnvironmentName } from '../../src/runtime/model/directory';
import { sipPassword } from '../../src/twilio/secrets/passwords';
import type { TwilioStandIn } from '../twilio-stand-in/standIn';
import { extensionsOf } from './calls';

export interface RegisteredPhone {
  readonly username: string;
  /** Why it could not; undefined where it is registered. */
  readonly refused?: string;
}

/** @param key the environment's master key. */
export function registerPhones(
  standIn: TwilioStandIn,
  project: Project,
  environment: EnvironmentName,
  key: Buffer,
): RegisteredPhone[] {
  const { api } = standIn.state;
  const name = `${project.directory.site.environments[environment]?.sipDomain}.sip.twilio.com`;
  const domain = api.domains.find(({ domainName }) => domainName === name);
  const asked = (kind: 'calls' | 'registrations') =>
    api.credentialLists.filter(({ sid }) =>
      domain?.mapped[kind].some((mapping) => mapping.sid === sid),
    );
  return extensionsOf(project, environment).map(({ username }) => {
    const generation = project.provisioning.extensions.get(username)?.passwordGeneration ?? 1;
    if (generation === 0) {
      return { username, refused: 'its password is set by hand: a rehearsal does not know it' };
    }
    if (!domain) return { username, refused: `there is no SIP domain ${name}` };
    const password = sipPassword(key, { environment, username, generation });
    const accepts = (kind: 'calls' | 'registrations') =>
      asked(kind).some(({ friendlyName }) =>
        standIn.passwordMatches(friendlyName, username, password),
      );
    if (!domain.sipRegistration || !accepts('registrations')) {
      return { username, refused: `${name} does not let it register` };
    }
    return accepts('calls') ? { username } : { username, refused: `${name} does not let it call` };
  });
}
