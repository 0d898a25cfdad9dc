/** What a sheet says of Linphone, in English. */
export const en = {
  install: 'Nothing to plug in: install Linphone from the app store or from its maker’s site.',
  permissions: 'Let it use the microphone, and let it run in the background.',
  assistant: 'In its assistant: a SIP account of another service (third-party SIP account).',
  fetch: 'in the assistant, as a remote configuration; or scan its code',
  account: 'Account',
  username: 'Username',
  password: 'Password',
  domain: 'Domain',
  transport: 'Transport',
  advanced: 'Account → Advanced',
  proxy: 'SIP proxy, outbound proxy on',
  expire: 'Expire',
  calls: 'Settings → Calls',
  encryption: 'Media encryption, mandatory',
  status: 'Status at the top',
  statusMeans: 'Connected: registered. Anything else: not registered.',
  reset:
    'Delete the account in its settings, or the app. The password stays valid until the operator rotates it.',
};

export type LinphoneWords = typeof en;
