package org.convergence.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Contributed by a module whose letters hold something that must not be at rest, such as the token of a link: it makes it
 * at the moment of sending.
 */
public interface BodyCompleter {

    /** The name by which letters ask for it; stable, since letters wait under it. */
    String name();

    /** The values of the {@code [[name]]} marks in the letter's text. Called once for each attempt to send. */
    Map<String, String> complete(UUID subject);

    /** The files that go with the letter. Called once for each attempt to send. */
    default List<Enclosure> enclosures(UUID subject) {
        return List.of();
    }
}
