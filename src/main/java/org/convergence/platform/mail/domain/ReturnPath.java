package org.convergence.platform.mail.domain;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bounce address of a letter: an address of the mailbox that is read, with the letter's id in it, so that even a
 * reply without other details identifies the letter.
 */
@Component
class ReturnPath {

    private static final Pattern NUMBER = Pattern.compile("\\+r([0-9a-f]{32})@", Pattern.CASE_INSENSITIVE);

    private final @Nullable String address;

    /** @param address such as {@code suivi@exemple.org}; empty if servers reply to the sender's address */
    ReturnPath(@Value("${CONVERGENCE_BOUNCE_ADDRESS:}") String address) {
        if (!address.isEmpty() && !address.matches("[^\\s@+]{1,30}@[^\\s@]+")) {
            throw new IllegalStateException("CONVERGENCE_BOUNCE_ADDRESS must look like suivi@exemple.org");
        }
        this.address = address.isEmpty() ? null : address;
    }

    /** The bounce address of a letter; {@code null} if none is set. */
    @Nullable
    String addressFor(UUID letter) {
        if (address == null) {
            return null;
        }
        int at = address.indexOf('@');
        return address.substring(0, at) + "+r" + letter.toString().replace("-", "") + address.substring(at);
    }

    /** The id of the letter in a return address; empty if there is none. */
    static Optional<UUID> findLetterId(String addresses) {
        Matcher number = NUMBER.matcher(addresses);
        return number.find() ? Optional.of(uuid(number.group(1))) : Optional.empty();
    }

    private static UUID uuid(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
