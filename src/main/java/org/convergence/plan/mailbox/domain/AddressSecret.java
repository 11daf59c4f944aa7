package org.convergence.plan.mailbox.domain;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The secret of a private address: 80 bits in lower-case letters and digits, since mail servers may ignore case. */
final class AddressSecret {

    private static final int LENGTH = 16;
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private AddressSecret() {}

    static String random() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(place -> String.valueOf(ALPHABET.charAt(place)))
                .collect(Collectors.joining());
    }

    /** The secret in the first private address of a text. */
    static Optional<String> findIn(String text, MailboxSettings settings) {
        Matcher found = Pattern.compile(
                        Pattern.quote(settings.prefix()) + "([a-z0-9]{" + LENGTH + "})"
                                + Pattern.quote(settings.suffix()),
                        Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return found.find() ? Optional.of(found.group(1).toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }
}
