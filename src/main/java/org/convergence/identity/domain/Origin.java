package org.convergence.identity.domain;

import java.util.regex.Pattern;
import org.convergence.platform.access.Network;

/** Where an attempt comes from: enough to see an attack, too little to follow a person. */
final class Origin {

    private static final Pattern LAST_OF_FOUR = Pattern.compile("\\.\\d{1,3}$");

    private Origin() {}

    /** The network of an address, that of one of four parts without its last: {@code 203.0.113.0}. */
    static String of(String address) {
        return LAST_OF_FOUR.matcher(Network.of(address)).replaceFirst(".0");
    }
}
