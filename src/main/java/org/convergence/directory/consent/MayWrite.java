package org.convergence.directory.consent;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether one may write to someone, and why.
 *
 * @param basis on what it rests, or rested; {@code null} where there is none, or none is needed
 * @param until the last day on which it holds or held; {@code null} where it has no end
 * @param identified whether the message has to say who writes and how to stop (R-CASL-9, R-CASL-11)
 */
public record MayWrite(
        boolean allowed,
        Reason reason,
        @Nullable Basis basis,
        @Nullable LocalDate until,
        boolean identified) {

    /** Why, or why not. */
    public enum Reason {
        /** A basis holds. */
        BASIS,
        /** About her own account: no consent is needed (R-CASL-13). */
        SERVICE,
        /** Outside of the law's reach (R-CASL-14). */
        EXEMPT,
        /** She asked for no more. */
        WITHDRAWN,
        /** What there was is over. */
        EXPIRED,
        /** Gifts, volunteering and meetings count for a registered charity only (R-CASL-4). */
        CHARITY,
        /** Appeals for gifts need a yes of their own (R-L25-9). */
        OWN_CONSENT,
        /** Nobody knows where the address comes from. */
        UNKNOWN,
        /** Nothing is recorded. */
        NOTHING;

        /** Key of its sentence in the messages. */
        public String key() {
            return "consent.reason." + name().toLowerCase(Locale.ROOT);
        }
    }
}
