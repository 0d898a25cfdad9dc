/** A certificate authority of the stand-in's own, made anew in each process and known to nobody else. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { md, pki } from 'node-forge';

export interface Certificates {
  /** PEM, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

const DAY_MS = 24 * 60 * 60_000;
/** `*` stands for one label. The last is for webhooks of the operator's own. */
const HOSTS = ['*.twilio.com', '*.twil.io', 'localhost'];

let made: Certificates | undefined;

/** One certificate for all of Twilio's hosts. */
export function certificates(): Certificates {
  made ??= makeCertificates();
  return made;
}

function makeCertificates(): Certificates {
  const authority = keyPair();
  const server = keyPair();
  const issuer = [{ name: 'commonName', value: 'Stand-in for Twilio' }];
  const root = certificate(authority.publicKey, issuer, issuer, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]);
  root.sign(authority.privateKey, md.sha256.create());
  const leaf = certificate(server.publicKey, [{ name: 'commonName', value: 'Twilio' }], issuer, [
    { name: 'basicConstraints', cA: false },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2, value })) },
  ]);
  leaf.sign(authority.privateKey, md.sha256.create());
  return {
    authority: pki.certificateToPem(root),
    certificate: pki.certificateToPem(leaf),
    key: pki.privateKeyToPem(server.privateKey),
  };
}

/** By OpenSSL: node-forge's own keys take seconds. */
function keyPair(): pki.rsa.KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return {
    publicKey: pki.publicKeyFromPem(publicKey),
    privateKey: pki.privateKeyFromPem(privateKey),
  };
}

function certificate(
  publicKey: pki.rsa.PublicKey,
  subject: pki.CertificateField[],
  issuer: pki.CertificateField[],
  extensions: object[],
): pki.Certificate {
  const made = pki.createCertificate();
  made.publicKey = publicKey;
  // Begins with 01: positive, and in its shortest form.
  made.serialNumber = `01${randomBytes(8).toString('hex')}`;
  made.validity.notBefore = new Date(Date.now() - DAY_MS);
  made.validity.notAfter = new Date(Date.now() + DAY_MS);
  made.setSubject(subject);
  made.setIssuer(issuer);
  made.setExtensions(extensions);
  return made;
}
