package org.convergence.directory.consent;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may be written to, and why.
 *
 * @param basis the present or past basis; {@code null} where there is none, or none is needed
 * @param until the last day of the basis; {@code null} where it has no end
 * @param identified whether the message must identify the sender and say how to unsubscribe (R-CASL-9, R-CASL-11)
 */
public record ConsentDecision(
        boolean allowed,
        ConsentReason reason,
        @Nullable Basis basis,
        @Nullable LocalDate until,
        boolean identified) {

    /** The reason for the answer. */
    public enum ConsentReason {
        /** A basis is valid. */
        BASIS,
        /** About the person's own account: no consent is needed (R-CASL-13). */
        SERVICE,
        /** Exempt from the law (R-CASL-14). */
        EXEMPT,
        /** The person withdrew. */
        WITHDRAWN,
        /** The basis expired. */
        EXPIRED,
        /** Gifts, volunteering and meetings count for a registered charity only (R-CASL-4). */
        CHARITY,
        /** Appeals for gifts need their own consent (R-L25-9). */
        OWN_CONSENT,
        /** The origin of the address is unknown. */
        UNKNOWN,
        /** Nothing is recorded. */
        NOTHING;

        /** The message key of its sentence. */
        public String key() {
            return "consent.reason." + name().toLowerCase(Locale.ROOT);
        }
    }
}
