package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchInfinitiveTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            autoriser la coordination à signer      | d’autoriser la coordination à signer
            Adopter les états financiers            | d’adopter les états financiers
            nommer une vérificatrice                | de nommer une vérificatrice
            ne pas renouveler le bail               | de ne pas renouveler le bail
            s’opposer au projet                     | de s’opposer au projet
            habiliter la trésorière                 | d’habiliter la trésorière
            hausser la cotisation                   | de hausser la cotisation
            de tenir l’assemblée en mai             | de tenir l’assemblée en mai
            que la rencontre soit ajournée          | que la rencontre soit ajournée
            Notre organisation appuie la grève      | Notre organisation appuie la grève
            Les membres du conseil sont remerciés   | Les membres du conseil sont remerciés
            """)
    void linksInfinitiveToProposal(String text, String linked) {
        assertThat(FrenchInfinitive.link(text)).isEqualTo(linked);
    }
}
