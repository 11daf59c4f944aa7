package org.convergence.resources.impact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.RealisationFigures.GenderCounts;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.resources.impact.domain.StoryPolicy.Story;
import org.junit.jupiter.api.Test;

class LeafletPaperAssemblerTest {

    @Test
    void tellsOtherCountriesAndEachDayOnce() {
        LocalDate day = LocalDate.of(2024, 10, 16);
        var figures =
                new RealisationFigures(2, 0, new GenderCounts(1, 1, 0, 0, 0), 1, BigDecimal.ZERO, BigDecimal.ZERO, 0);
        String paper = LeafletPaperAssembler.assemble(
                        new LeafletContent(
                                new OrganisationName(new OrganisationId(UUID.randomUUID()), "Syndicat fictif", null),
                                "Solidarité fictive",
                                day,
                                day,
                                figures,
                                figures,
                                figures,
                                List.of(),
                                List.of("QC-06", "CA", "MX", "ONLINE"),
                                List.of(new Story(
                                        UUID.randomUUID(),
                                        "Conseil d’administration, 16 octobre 2024",
                                        day,
                                        day,
                                        null,
                                        true,
                                        0,
                                        "")),
                                null,
                                0),
                        Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto")),
                        1,
                        false,
                        document -> null)
                .toString()
                .replace('\u00a0', ' ');
        assertThat(paper)
                .contains("1 région du Québec et 1 autre pays", "Conseil d’administration, 16 octobre 2024")
                .doesNotContain("text= – 16 octobre 2024");
    }
}
