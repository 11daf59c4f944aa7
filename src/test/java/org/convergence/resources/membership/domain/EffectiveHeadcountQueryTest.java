package org.convergence.resources.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database query finds the headcount that the policy chooses among all statements (R-MEMBER-2). */
@ModuleTest
class EffectiveHeadcountQueryTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 12;
    private static final List<HeadcountStatus> SURENESS = List.of(HeadcountStatus.values());

    @Autowired
    private TestUsers visitors;

    @Autowired
    private HeadcountService headcounts;

    @Autowired
    private PeopleDirectory people;

    @Test
    void queryFindsWhatThePolicyChooses() {
        visitors.ensureOrganisation();
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            OrganisationId one = people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID());
            OrganisationId other = people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID());
            Random random = new Random(2);
            for (int i = 0; i < 60; i++) {
                HeadcountId said = headcounts.declare(new HeadcountFacts(
                        random.nextBoolean() ? one : other,
                        FIRST.plusDays(random.nextInt(DAYS)),
                        i,
                        SURENESS.get(random.nextInt(SURENESS.size())),
                        null,
                        null));
                if (random.nextInt(3) == 0) {
                    headcounts.withdraw(said, true);
                }
            }
            for (int day = -1; day <= DAYS; day++) {
                LocalDate reference = FIRST.plusDays(day);
                var found = headcounts.findEffective(reference, List.of(one, other));
                for (OrganisationId each : List.of(one, other)) {
                    assertThat(found.get(each))
                            .as("%s", reference)
                            .isEqualTo(HeadcountPolicy.effectiveOn(reference, headcounts.findByOrganisation(each))
                                    .orElse(null));
                }
            }
        });
    }
}
