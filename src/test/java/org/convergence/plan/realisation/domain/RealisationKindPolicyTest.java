package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.plan.realisation.RealisationKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealisationKindPolicyTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Atelier sur l’industrie du textile, WORKSHOP
            Formation des ateliers, TRAINING
            Réunion du comité éducation, MEETING
            Conférence de presse, SPEECH
            Entrevue à la radio communautaire, MEDIA
            Adoption d’une résolution sur l’eau, RESOLUTION
            Rapport final, REPORT
            Workshop on just transition, WORKSHOP
            """)
    void theFirstKnownWordGivesTheKind(String title, RealisationKind kind) {
        assertThat(RealisationKindPolicy.fromTitle(title)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"Souper de la rentrée", "Patelier", "'…'"})
    void aTitleWithoutAKnownWordHasNoKind(String title) {
        assertThat(RealisationKindPolicy.fromTitle(title)).isEmpty();
    }
}
