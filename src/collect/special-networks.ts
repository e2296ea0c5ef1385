/**
 * Networks that are not part of the public internet. IPv4: everything that IANA's special-purpose registry
 * (RFC 6890, as of 2025) does not call globally reachable, multicast, and the platform address of one large cloud.
 */
export const DENIED_IPV4: readonly string[] = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link local, cloud metadata
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays, withdrawn
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
  '168.63.129.16/32', // Azure's platform address: public by number, internal by meaning
];

/** Assignments inside a denied block that the registry does call globally reachable (RFC 7723, RFC 8155). */
export const REACHABLE_IPV4: readonly string[] = ['192.0.0.9/32', '192.0.0.10/32'];

/** IPv6 is the other way round: only global unicast, so that no mapped, translated or local form slips through. */
export const ALLOWED_IPV6 = '2000::/3';

export const DENIED_IPV6: readonly string[] = [
  '2001::/23', // protocol assignments, Teredo, ORCHID
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: carries an IPv4 address inside
  '3fff::/20', // documentation
];

/** Ports on which news is served. */
export const NEWS_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
