/** Makes a throw-away TLS certificate with Node's own crypto, so tests need neither openssl nor a stored key. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A PEM key and its self-signed PEM certificate. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

// DER tags, X.690. Context tags carry their number in the low bits.
const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  dnsName: 0x82,
  ipAddress: 0x87,
  version: 0xa0,
  extensions: 0xa3,
} as const;

const oid = {
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  subjectAltName: '2.5.29.17',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

function der(tagByte: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length: number[] = [];
  if (body.length < 0x80) length.push(body.length);
  else {
    for (let rest = body.length; rest > 0; rest >>= 8) length.unshift(rest & 0xff);
    length.unshift(0x80 | length.length);
  }
  return Buffer.concat([Buffer.from([tagByte, ...length]), body]);
}

function derOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const chunk = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) chunk.unshift(0x80 | (left & 0x7f));
    bytes.push(...chunk);
  }
  return der(tag.oid, Buffer.from(bytes));
}

function derName(commonName: string): Buffer {
  const attribute = der(
    tag.sequence,
    derOid(oid.commonName),
    der(tag.utf8, Buffer.from(commonName)),
  );
  return der(tag.sequence, der(tag.set, attribute));
}

function derTime(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(tag.utcTime, Buffer.from(`${digits}Z`));
}

function derExtensions(dnsNames: readonly string[]): Buffer {
  const names = dnsNames.map((name) => der(tag.dnsName, Buffer.from(name)));
  const loopback = der(tag.ipAddress, Buffer.from([127, 0, 0, 1]));
  const isAuthority = der(tag.sequence, der(tag.boolean, Buffer.from([0xff])));
  return der(
    tag.extensions,
    der(
      tag.sequence,
      der(
        tag.sequence,
        derOid(oid.subjectAltName),
        der(tag.octetString, der(tag.sequence, ...names, loopback)),
      ),
      der(tag.sequence, derOid(oid.basicConstraints), der(tag.octetString, isAuthority)),
    ),
  );
}

function pem(label: string, body: Buffer): string {
  const lines = body.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/**
 * A P-256 key and a certificate (X.509 v3, RFC 5280) for the names given and 127.0.0.1, valid from
 * yesterday for thirty days. It marks itself as an authority, so a Node client may pass it as `ca`.
 */
export function createSelfSignedCertificate(dnsNames: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const now = Date.now();
  const serial = randomBytes(12);
  // A DER integer is signed and must not have superfluous zeros: keep the first byte within 1…127.
  serial.writeUInt8((serial.readUInt8(0) & 0x3f) | 0x40, 0);
  const algorithm = der(tag.sequence, derOid(oid.ecdsaWithSha256));
  const name = derName(dnsNames[0] ?? 'localhost');
  const toBeSigned = der(
    tag.sequence,
    der(tag.version, der(tag.integer, Buffer.from([2]))),
    der(tag.integer, serial),
    algorithm,
    name,
    der(tag.sequence, derTime(new Date(now - day)), derTime(new Date(now + 30 * day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    derExtensions(dnsNames),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = der(
    tag.sequence,
    toBeSigned,
    algorithm,
    der(tag.bitString, Buffer.from([0]), signature),
  );
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', certificate),
  };
}
