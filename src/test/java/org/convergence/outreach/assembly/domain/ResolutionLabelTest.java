package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.convergence.outreach.assembly.domain.ResolutionLabel.Place;
import org.junit.jupiter.api.Test;

class ResolutionLabelTest {

    @Test
    void aNumberIsReadAsItIsWrittenInCapitalsOrNot() {
        for (int rank : new int[] {0, 1, 25, 27}) {
            String series = ResolutionLabel.series("AGE2", LocalDate.of(2026, 11, 25), rank);
            String label = ResolutionLabel.of(series, 3);
            assertThat(ResolutionLabel.read(label)).as(label).contains(new Place(series, 3));
            assertThat(ResolutionLabel.read(label.toUpperCase(Locale.ROOT))).contains(new Place(series, 3));
            assertThat(ResolutionLabel.read(label.toLowerCase(Locale.ROOT))).contains(new Place(series, 3));
        }
        for (String none : List.of("", "CA", "CA-2026-11", "la CA-2026-11-03", "CA-2026-11-9999999")) {
            assertThat(ResolutionLabel.read(none)).as(none).isEmpty();
        }
    }
}
