/** Certificates are valid X.509 whatever their random serial number, and name the hosts asked for. */
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSelfSignedCertificate } from './self-signed';

describe('createSelfSignedCertificate', () => {
  it('names its hosts and loopback, and no others', () => {
    const { cert } = createSelfSignedCertificate(['*.zendesk.com', 'localhost']);
    const certificate = new X509Certificate(cert);
    expect(certificate.checkHost('acme.zendesk.com')).toBe('*.zendesk.com');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('zendesk.com.example')).toBeUndefined();
  });

  it('signs itself', () => {
    for (let round = 0; round < 50; round += 1) {
      const certificate = new X509Certificate(createSelfSignedCertificate(['localhost']).cert);
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(certificate.serialNumber).toMatch(/^[4-7]/);
    }
  });

  it('is valid now', () => {
    const { validFrom, validTo } = new X509Certificate(createSelfSignedCertificate(['a']).cert);
    expect(Date.parse(validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(validTo)).toBeGreaterThan(Date.now());
  });
});
