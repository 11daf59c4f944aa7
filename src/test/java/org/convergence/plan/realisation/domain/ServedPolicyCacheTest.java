package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedPolicyCache;
import org.junit.jupiter.api.Test;

class ServedPolicyCacheTest {

    private final ServedPolicyCache today = new ServedPolicyCache();

    @Test
    void rebuildsThePolicyOnlyWhenALineChanges() {
        ServedLinePolicy first = today.policy(lines("Ateliers de solidarité"));
        assertThat(today.policy(lines("Ateliers de solidarité"))).isSameAs(first);
        assertThat(first.propose("Concertation", Map.of())).isEmpty();
        ServedLinePolicy second = today.policy(lines("Concertation sur la transition"));
        assertThat(second.propose("Concertation", Map.of())).hasSize(1);
        assertThat(today.policy(List.of()).propose("Concertation", Map.of())).isEmpty();
    }

    private static List<PlanLine> lines(String text) {
        return List.of(new PlanLine(
                new ActionId(new UUID(0, 1)),
                new PlanId(new UUID(0, 2)),
                new ObjectiveId(new UUID(0, 3)),
                new MeansId(new UUID(0, 4)),
                null,
                "1.2",
                text,
                text,
                "Objectif",
                "Moyen",
                null,
                Commitment.FIRM,
                false));
    }
}
