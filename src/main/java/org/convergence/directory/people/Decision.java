package org.convergence.directory.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a body, as in the minutes: enough to find it.
 *
 * @param body its name in the organisation (« Assemblée générale annuelle »), at most 200 characters
 * @param date the day of the decision
 * @param number the resolution's number, {@code null} for none
 * @param document the stored file that shows it, {@code null} for none
 */
public record Decision(
        String body,
        LocalDate date,
        @Nullable String number,
        @Nullable UUID document) {

    /** The longest name of a body, in characters. */
    public static final int LONGEST_BODY = 200;

    /** The longest number of a resolution, in characters. */
    public static final int LONGEST_NUMBER = 100;

    public Decision {
        body = body.strip();
        if (body.isEmpty() || body.codePointCount(0, body.length()) > LONGEST_BODY) {
            throw new IllegalArgumentException("the body has between 1 and 200 characters");
        }
    }
}
