package org.convergence.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host, and gives its addresses only if all are public. The connection uses the checked addresses: there is
 * no second query to the name server.
 */
record CheckedDnsResolver(FetchSettings settings) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(bare(host));
        if (!settings.allows(bare(host))) {
            for (InetAddress each : found) {
                if (!PublicAddressPolicy.isPublic(each)) {
                    throw new PrivateHost();
                }
            }
        }
        return found;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The host has a private address. */
    static final class PrivateHost extends UnknownHostException {}
}
