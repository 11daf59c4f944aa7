package org.convergence.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a host, and gives them out only if all lie outside. The connection is made to what was checked
 * here: the name server is not asked a second time.
 */
final class CheckedNames implements DnsResolver {

    private final FetchSettings settings;

    CheckedNames(FetchSettings settings) {
        this.settings = settings;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(bare(host));
        if (!settings.allows(bare(host))) {
            for (InetAddress each : found) {
                if (!OutsidePolicy.isOutside(each)) {
                    throw new Inside();
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

    /** The host lies inside. */
    static final class Inside extends UnknownHostException {}
}
