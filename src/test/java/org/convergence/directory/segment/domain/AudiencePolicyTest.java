package org.convergence.directory.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.directory.segment.domain.AudiencePolicy.RecipientFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why a person of a segment gets no letter. */
class AudiencePolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final ConsentDecision MEMBER = allowed(Basis.MEMBER);

    @Test
    void allowedAloneIsNotEnoughForPublishedAddress() {
        RecipientFacts published = facts("a@union.example", allowed(Basis.PUBLISHED), null);
        assertThat(AudiencePolicy.exclusion(published, false, TODAY)).isEqualTo(AudienceExclusion.ROLE);
        assertThat(AudiencePolicy.exclusion(published, true, TODAY)).isNull();
        assertThat(AudiencePolicy.exclusion(facts("a@x.example", MEMBER, null), false, TODAY))
                .isNull();
    }

    @Test
    void organisationGetsOneLetterInSevenDays() {
        assertThat(AudiencePolicy.exclusion(facts("a@x.example", MEMBER, TODAY.minusDays(6)), false, TODAY))
                .isEqualTo(AudienceExclusion.WEEK);
        assertThat(AudiencePolicy.exclusion(facts("a@x.example", MEMBER, TODAY.minusDays(7)), false, TODAY))
                .isNull();
    }

    @Test
    void reasonThatNeedsThePersonComesFirst() {
        ConsentDecision withdrawn = new ConsentDecision(false, ConsentReason.WITHDRAWN, null, null, true);
        assertThat(AudiencePolicy.exclusion(new RecipientFacts("a@x.example", true, withdrawn, TODAY), false, TODAY))
                .isEqualTo(AudienceExclusion.WITHDRAWN);
        assertThat(AudiencePolicy.exclusion(new RecipientFacts(null, false, withdrawn, null), false, TODAY))
                .isEqualTo(AudienceExclusion.NO_ADDRESS);
        assertThat(AudiencePolicy.exclusion(new RecipientFacts("a@x.example", true, MEMBER, null), false, TODAY))
                .isEqualTo(AudienceExclusion.BOUNCED);
    }

    private static ConsentDecision allowed(Basis basis) {
        return new ConsentDecision(true, ConsentReason.BASIS, basis, null, true);
    }

    private static RecipientFacts facts(String address, ConsentDecision consent, @Nullable LocalDate lastLetter) {
        return new RecipientFacts(address, false, consent, lastLetter);
    }
}
