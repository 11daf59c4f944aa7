package org.convergence.directory.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "trembley, tremblay, 1",
        "tramblay, tremblay, 1",
        "gagon, gagnon, 1",
        "levesqe, levesque, 1",
        "syndiact, syndicat, 1",
        "mrie, marie, 1",
        "sofie, sophie, 0",
        "matieu, matthieu, 0",
        "roi, roy, 0",
        "trem, tremblay, 0",
        "tram, tremblay, 1",
        "fedration, federation, 1",
    })
    void aSlipInTheBeginningOfAWordIsCounted(String typed, String word, int slips) {
        assertThat(SpellingPolicy.slips(typed, word)).isEqualTo(slips);
    }

    @Test
    void correctsToNearestWordsShortestFirst() {
        assertThat(SpellingPolicy.nearest("martinn", List.of("martineau", "martin", "martel", "morin")))
                .containsExactly("martin", "martineau");
        assertThat(SpellingPolicy.nearest("mare", List.of("marie", "marc", "martin", "lucie")))
                .containsExactly("marc", "marie", "martin");
    }

    @Test
    void matchesShortWordExactly() {
        assertThat(SpellingPolicy.nearest("roy", List.of("roc", "ray", "soy"))).isEmpty();
    }

    @Test
    void allowsTwoTyposInLongWordsOnly() {
        assertThat(SpellingPolicy.nearest("enseinants", List.of("enseignantes")))
                .isNotEmpty();
        assertThat(SpellingPolicy.nearest("cote", List.of("caton"))).isEmpty();
    }
}
