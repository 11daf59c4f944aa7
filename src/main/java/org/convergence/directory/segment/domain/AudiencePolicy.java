package org.convergence.directory.segment.domain;

import java.time.LocalDate;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.segment.AudienceExclusion;
import org.jspecify.annotations.Nullable;

/** Decides why a person of a segment gets no letter (R-CASL-7, R-MAIL-13). */
final class AudiencePolicy {

    /** An organisation gets at most one letter in so many days. */
    static final int DAYS_BETWEEN_LETTERS = 7;

    private AudiencePolicy() {}

    /**
     * What is known of the person.
     *
     * @param bounced whether letters to the address fail for good
     * @param lastLetter the last day on which one of the person's organisations got a letter of another mailing; {@code
     *     null} for none
     */
    record RecipientFacts(
            @Nullable String address,
            boolean bounced,
            ConsentDecision consent,
            @Nullable LocalDate lastLetter) {}

    /** The reason of the exclusion, the one that needs the person's own act first; {@code null} if a letter may go. */
    static @Nullable AudienceExclusion exclusion(RecipientFacts facts, boolean concernsFunction, LocalDate today) {
        ConsentDecision consent = facts.consent();
        if (facts.address() == null) {
            return AudienceExclusion.NO_ADDRESS;
        }
        if (!consent.allowed()) {
            return switch (consent.reason()) {
                case WITHDRAWN -> AudienceExclusion.WITHDRAWN;
                case EXPIRED -> AudienceExclusion.EXPIRED;
                case CHARITY -> AudienceExclusion.CHARITY;
                case OWN_CONSENT -> AudienceExclusion.OWN_CONSENT;
                case UNKNOWN -> AudienceExclusion.UNKNOWN;
                default -> AudienceExclusion.NOTHING;
            };
        }
        if (consent.basis() != null && consent.basis().needsRole() && !concernsFunction) {
            return AudienceExclusion.ROLE;
        }
        if (facts.bounced()) {
            return AudienceExclusion.BOUNCED;
        }
        LocalDate last = facts.lastLetter();
        boolean tooSoon = last != null && last.plusDays(DAYS_BETWEEN_LETTERS).isAfter(today);
        return tooSoon ? AudienceExclusion.WEEK : null;
    }
}
