package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

class LineBlocksTest {

    private static final Words FRENCH = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    @Test
    void tellsTheDayOfARealisationOnce() {
        LocalDate day = LocalDate.of(2025, 6, 12);
        assertThat(LineBlocks.dated("Assemblée générale, 12 juin 2025", day, FRENCH)
                        .replace('\u00a0', ' '))
                .isEqualTo("Assemblée générale, 12 juin 2025");
        assertThat(LineBlocks.dated("Recevoir le rapport.", day, FRENCH)).startsWith("Recevoir le rapport, 12");
    }
}
