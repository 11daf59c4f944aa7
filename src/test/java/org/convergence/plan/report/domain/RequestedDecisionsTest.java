package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestedDecisionsTest {

    @Test
    void eachLineIsADecisionWithOrWithoutAMarker() {
        assertThat(RequestedDecisions.extract("""
                - Autoriser la demande au programme
                * Reporter   le colloque
                3. Nommer une personne au comité

                4 200 $ pour l’exposition
                – Reporter le colloque
                """))
                .containsExactly(
                        "Autoriser la demande au programme",
                        "Reporter le colloque",
                        "Nommer une personne au comité",
                        "4 200 $ pour l’exposition");
    }

    @Test
    void anEmptyTextRequestsNoDecision() {
        assertThat(RequestedDecisions.extract(" \n \n")).isEmpty();
    }
}
