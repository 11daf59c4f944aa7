package org.convergence.directory.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a body decided, as the minutes say it: enough to find it again.
 *
 * @param body who decided, as the organisation calls it (« Assemblée générale annuelle »), at most 200 characters
 * @param date the day of the decision
 * @param number the resolution's number, {@code null} where it has none
 * @param document the stored file that shows it, {@code null} where none is kept
 */
public record Decision(
        String body,
        LocalDate date,
        @Nullable String number,
        @Nullable UUID document) {

    /** The longest name of a body. */
    public static final int LONGEST_BODY = 200;

    /** The longest number of a resolution. */
    public static final int LONGEST_NUMBER = 100;

    public Decision {
        body = body.strip();
        if (body.isEmpty() || body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("the body has between 1 and 200 characters");
        }
    }
}
