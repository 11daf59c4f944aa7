package org.convergence.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Contributed by a module whose letters contain data that must not be stored, such as the token of a link: it is made
 * at the moment of sending.
 */
public interface BodyCompleter {

    /** The stable name under which queued letters refer to it. */
    String name();

    /** The values of the {@code [[name]]} marks in the letter's text. Called for each attempt to send. */
    Map<String, String> complete(UUID subject);

    /** The letter's attachments. Called for each attempt to send. */
    default List<Enclosure> enclosures(UUID subject) {
        return List.of();
    }
}
