package org.convergence.platform.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The network of a request: the addresses of one household or office, however they change. */
public final class ClientNetwork {

    private static final int BYTES = 8;

    private ClientNetwork() {}

    /**
     * An IPv4 address as it is, or the first half of an IPv6 address in normal form ({@code 2001:db8:0:7::}); any other
     * text counts as a network of its own.
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress known = InetAddress.getByName(address);
            return known instanceof Inet6Address ? half(known.getAddress()) : known.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return "?";
        }
    }

    private static String half(byte[] bytes) {
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < BYTES; i += 2) {
            int part = ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
            network.append(Integer.toHexString(part)).append(':');
        }
        return network.append(':').toString();
    }
}
