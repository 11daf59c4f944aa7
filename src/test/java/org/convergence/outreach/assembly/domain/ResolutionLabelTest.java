package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.convergence.outreach.assembly.domain.ResolutionLabel.ResolutionPosition;
import org.junit.jupiter.api.Test;

class ResolutionLabelTest {

    @Test
    void parsesNumbersIgnoringCase() {
        for (int rank : new int[] {0, 1, 25, 27}) {
            String series = ResolutionLabel.series("AGE2", LocalDate.of(2026, 11, 25), rank);
            String label = ResolutionLabel.format(series, 3);
            assertThat(ResolutionLabel.parse(label)).as(label).contains(new ResolutionPosition(series, 3));
            assertThat(ResolutionLabel.parse(label.toUpperCase(Locale.ROOT)))
                    .contains(new ResolutionPosition(series, 3));
            assertThat(ResolutionLabel.parse(label.toLowerCase(Locale.ROOT)))
                    .contains(new ResolutionPosition(series, 3));
        }
        for (String none : List.of("", "CA", "CA-2026-11", "la CA-2026-11-03", "CA-2026-11-9999999")) {
            assertThat(ResolutionLabel.parse(none)).as(none).isEmpty();
        }
    }
}
