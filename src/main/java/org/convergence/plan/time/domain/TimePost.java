package org.convergence.plan.time.domain;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * The action or realisation on which hours are spent.
 *
 * @param action a line of a plan; {@code null} for none
 * @param realisation in which they were spent; {@code null} for none
 */
public record TimePost(@Nullable ActionId action, @Nullable RealisationId realisation) {

    /** Running the office: no line of the plan, and no realisation. */
    public static final TimePost OFFICE = new TimePost(null, null);

    private static final String NONE = "-";

    /** An action. */
    public static TimePost of(ActionId action) {
        return new TimePost(action, null);
    }

    static TimePost of(@Nullable UUID action, @Nullable UUID realisation) {
        return new TimePost(
                action == null ? null : new ActionId(action),
                realisation == null ? null : new RealisationId(realisation));
    }

    /** A text for it, for the names of fields. */
    public String key() {
        return (action == null ? NONE : action.value().toString())
                + "_"
                + (realisation == null ? NONE : realisation.value().toString());
    }

    /**
     * Reads such a text.
     *
     * @throws IllegalArgumentException if it is invalid
     */
    public static TimePost parse(String key) {
        String[] parts = key.split("_", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no post");
        }
        return of(id(parts[0]), id(parts[1]));
    }

    private static @Nullable UUID id(String text) {
        return text.equals(NONE) ? null : TextParser.id(text).orElseThrow(IllegalArgumentException::new);
    }
}
