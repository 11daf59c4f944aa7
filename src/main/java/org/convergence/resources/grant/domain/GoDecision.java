package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The decision to apply or not.
 *
 * @param decidedBy {@code null} once the person is erased
 * @param reason 1 to 1,000 characters
 */
public record GoDecision(
        GoVerdict verdict, LocalDate decidedOn, @Nullable PersonId decidedBy, String reason) {

    /** To apply, or not. */
    public enum GoVerdict {
        GO,
        NO_GO;

        /** The message key of its name. */
        public String key() {
            return "grant.decision_verdict." + name();
        }
    }
}
