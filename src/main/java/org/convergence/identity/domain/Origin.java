package org.convergence.identity.domain;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The network that an attempt comes from: enough to see an attack, too little to follow a person. */
final class Origin {

    private static final Pattern LAST_OF_FOUR = Pattern.compile("\\.\\d{1,3}$");
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /**
     * The address without its last part: {@code 203.0.113.0}, or the first half of an IPv6 address however it is
     * written, {@code 2001:db8:0:7::}; what is no address at all is a network of its own.
     */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return LAST_OF_FOUR.matcher(address).replaceFirst(".0");
        }
        try {
            InetAddress known = InetAddress.getByName(address);
            return known instanceof Inet6Address ? network(known.getAddress()) : of(known.getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            return "?";
        }
    }

    private static String network(byte[] bytes) {
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < NETWORK_BYTES; i += 2) {
            int part = ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
            network.append(Integer.toHexString(part)).append(':');
        }
        return network.append(':').toString();
    }
}
