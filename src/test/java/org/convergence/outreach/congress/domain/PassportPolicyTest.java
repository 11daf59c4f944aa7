package org.convergence.outreach.congress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.congress.domain.Passport.PassportId;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PathLevel;
import org.convergence.outreach.congress.domain.Passport.PathState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-REP-2 and R-REP-3: the steps of a resolution. */
class PassportPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 11, 10);

    private static PassportPath path(
            PathLevel level,
            PathState state,
            LocalDate on,
            boolean carried,
            @Nullable LocalDate emergency,
            @Nullable String rule) {
        return new PassportPath(
                UUID.randomUUID(),
                1,
                new PassportId(UUID.randomUUID()),
                "",
                null,
                new OrganisationId(UUID.randomUUID()),
                "",
                level,
                null,
                null,
                DEADLINE,
                rule,
                carried ? new OrganisationId(UUID.randomUUID()) : null,
                null,
                emergency,
                emergency == null ? null : "Un fait",
                null,
                null,
                null,
                state,
                on);
    }

    private static Optional<String> table(
            PathLevel level, LocalDate on, boolean carried, @Nullable LocalDate emergency, @Nullable String rule) {
        return PassportPolicy.problem(
                path(level, PathState.DRAFTED, TODAY, carried, emergency, rule), PathState.TABLED, on, TODAY);
    }

    @Test
    void onlyAnAffiliateTablesAboveTheLocal() {
        assertThat(table(PathLevel.LOCAL, DEADLINE, false, null, null)).isEmpty();
        assertThat(table(PathLevel.CENTRAL, DEADLINE, false, null, null)).contains("congress.refused.carrier");
        assertThat(table(PathLevel.CENTRAL, DEADLINE, true, null, null)).isEmpty();
    }

    @Test
    void emergencyNeedsFactLaterThanDeadlineAndTheRuleOfTheBody() {
        LocalDate late = DEADLINE.plusDays(1);
        assertThat(table(PathLevel.LOCAL, late, false, null, "Aux deux tiers")).contains("congress.refused.late");
        assertThat(table(PathLevel.LOCAL, late, false, DEADLINE, "Aux deux tiers"))
                .contains("congress.refused.emergency-fact");
        assertThat(table(PathLevel.LOCAL, late, false, late.plusDays(1), "Aux deux tiers"))
                .as("tabled before the fact")
                .contains("congress.refused.late");
        assertThat(table(PathLevel.LOCAL, late, false, late, null)).contains("congress.refused.emergency-rule");
        assertThat(table(PathLevel.LOCAL, late, false, late, "Aux deux tiers")).isEmpty();
    }

    @Test
    void stepsFollowEachOther() {
        assertThat(PathState.DRAFTED.next()).containsExactly(PathState.TABLED);
        assertThat(PathState.IN_BOOK.next())
                .containsExactlyInAnyOrder(
                        PathState.ADOPTED,
                        PathState.AMENDED,
                        PathState.REFERRED,
                        PathState.DEFEATED,
                        PathState.NOT_REACHED);
        assertThat(PathState.REFERRED.next()).contains(PathState.ADOPTED).doesNotContain(PathState.IN_BOOK);
        assertThat(PathState.ADOPTED.next()).isEmpty();
        PassportPath book = path(PathLevel.LOCAL, PathState.IN_BOOK, DEADLINE, false, null, null);
        assertThat(PassportPolicy.problem(book, PathState.TABLED, TODAY, TODAY)).contains("congress.refused.order");
        assertThat(PassportPolicy.problem(book, PathState.ADOPTED, DEADLINE.minusDays(1), TODAY))
                .contains("congress.refused.before");
        assertThat(PassportPolicy.problem(book, PathState.ADOPTED, TODAY.plusDays(1), TODAY))
                .contains("congress.refused.ahead");
        assertThat(PassportPolicy.problem(book, PathState.ADOPTED, TODAY, TODAY))
                .isEmpty();
    }
}
