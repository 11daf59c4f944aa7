package org.convergence.identity.domain;

import java.util.regex.Pattern;
import org.convergence.platform.access.ClientNetwork;

/** The origin of a sign-in attempt: precise enough to see an attack, not to follow a person. */
final class AttemptOrigin {

    private static final Pattern LAST_OF_FOUR = Pattern.compile("\\.\\d{1,3}$");

    private AttemptOrigin() {}

    /** The network of an address; an IPv4 address without its last part: {@code 203.0.113.0}. */
    static String networkOf(String address) {
        return LAST_OF_FOUR.matcher(ClientNetwork.of(address)).replaceFirst(".0");
    }
}
