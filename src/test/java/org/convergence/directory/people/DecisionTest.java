package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The limit of a body's name counts characters as forms do: one outside the basic plane is one. */
class DecisionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void acceptsABodyOfTwoHundredSymbols() {
        String body = "🌱".repeat(Decision.LONGEST_BODY);
        assertThat(new Decision(body, DAY, null, null).body()).isEqualTo(body);
        assertThatThrownBy(() -> new Decision(body + "x", DAY, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
