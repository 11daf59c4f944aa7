package org.convergence.identity.domain;

import java.util.regex.Pattern;

/** The network that an attempt comes from: enough to see an attack, too little to follow a person. */
final class Origin {

    private static final Pattern LAST_OF_FOUR = Pattern.compile("\\.\\d{1,3}$");

    private Origin() {}

    /** The address without its last part: {@code 203.0.113.0}, or the first half of an IPv6 address. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return LAST_OF_FOUR.matcher(address).replaceFirst(".0");
        }
        String[] parts = address.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(4, parts.length); i++) {
            network.append(parts[i]).append(':');
        }
        return network.append(':').toString();
    }
}
