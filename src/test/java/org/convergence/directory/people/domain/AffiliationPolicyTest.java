package org.convergence.directory.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.junit.jupiter.api.Test;

class AffiliationPolicyTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void refusesCircleOfThreeOnlyOnSharedDays() {
        Affiliation one = belongs(1, 2, 0, 10);
        Affiliation two = belongs(2, 3, 5, 15);

        assertThat(AffiliationPolicy.closesCircle(belongs(3, 1, 10, 20), List.of(one, two)))
                .isTrue();
        assertThat(AffiliationPolicy.closesCircle(belongs(3, 1, 11, 20), List.of(one, two)))
                .isFalse();
    }

    @Test
    void acceptsSeveralParents() {
        assertThat(AffiliationPolicy.closesCircle(
                        belongs(1, 4, 0, 9), List.of(belongs(1, 2, 0, 9), belongs(1, 3, 0, 9), belongs(2, 4, 0, 9))))
                .isFalse();
    }

    @Property(tries = 500)
    void agreesWithCheckOfEachDay(@ForAll("networks") List<Affiliation> asked) {
        List<Affiliation> known = new ArrayList<>();
        for (Affiliation each : asked) {
            boolean closes = false;
            for (int day = 0; day < 9; day++) {
                closes |= each.period().contains(START.plusDays(day)) && closesOn(START.plusDays(day), each, known);
            }
            assertThat(AffiliationPolicy.closesCircle(each, known)).isEqualTo(closes);
            if (!closes) {
                known.add(each);
            }
        }
    }

    @Provide
    Arbitrary<List<Affiliation>> networks() {
        Arbitrary<Integer> who = Arbitraries.integers().between(1, 4);
        Arbitrary<Integer> when = Arbitraries.integers().between(0, 4);
        return Combinators.combine(who, who, when, when)
                .filter((member, parent, since, length) -> !member.equals(parent))
                .as((member, parent, since, length) -> belongs(member, parent, since, since + length))
                .list()
                .ofMaxSize(7);
    }

    private static boolean closesOn(LocalDate day, Affiliation proposed, List<Affiliation> known) {
        List<UUID> reached = new ArrayList<>(List.of(proposed.parent()));
        for (int i = 0; i < reached.size(); i++) {
            UUID here = reached.get(i);
            known.stream()
                    .filter(each -> each.period().contains(day) && each.member().equals(here))
                    .map(Affiliation::parent)
                    .filter(next -> !reached.contains(next))
                    .forEach(reached::add);
        }
        return reached.contains(proposed.member());
    }

    private static Affiliation belongs(int member, int parent, int since, int until) {
        return Affiliation.of(
                new OrganisationId(new UUID(0, member)),
                new OrganisationId(new UUID(0, parent)),
                AffiliationNature.AFFILIATED,
                new Period(START.plusDays(since), START.plusDays(until)));
    }
}
