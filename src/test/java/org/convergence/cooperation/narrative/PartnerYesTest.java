package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a partner told, and what is said of it under any of its names, needs its yes. */
class PartnerYesTest extends NarrativeReportTestBase {

    private static final String TOLD = "La patrona amenazó a las delegadas.";

    @AfterEach
    void oneName() {
        call(null, "{}");
    }

    private void call(@Nullable String shortName, String others) {
        db.sql(
                        "UPDATE directory.people_organisation SET short_name = :short, other_names = CAST(:others AS text[]) WHERE id = :id")
                .param("short", shortName)
                .param("others", others)
                .param("id", cooperation.partner().value())
                .update();
    }

    @Test
    void whatAPartnerToldGoesInItsPassageOnly() throws IOException {
        cooperation.realise(RealisationKind.TRAINING, LocalDate.of(2025, 6, 1), null);
        db.sql("UPDATE plan.realisation SET narrative = ? WHERE starts_on = '2025-06-01'")
                .param(TOLD)
                .update();
        String report = openReport();
        String section = fixture.sections(report).get(0);
        assertThat(cooperation.main(report + "/facts")).contains(TOLD);
        MvcTestResult asked = pages.as(Role.COORDINATOR)
                .post(
                        section,
                        "version=1",
                        "heading=1. Résultats",
                        "most=60",
                        "unit=WORDS",
                        "body=Une bonne année.",
                        "insert=" + fact(section, "STORY"));
        assertThat(asked).as(Pages.text(asked)).hasStatus(303);
        String passage = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
        assertThat(passage).contains("/passages/");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(passage)
                        .select("textarea[name=body]")
                        .val())
                .contains(TOLD);
        assertThat(cooperation.main(section)).contains("Dans son passage");
        assertThat(word(report)).contains("Une bonne année.").doesNotContain("amenazó");
    }

    @Test
    void shortAndFormerNamesNeedThePartnersYesToo() {
        String report = openReport();
        write(fixture.sections(report).get(0), 1, "1. Résultats", "La CDCP et les Costureras Unidas ont négocié.");
        assertThat(cooperation.main(report)).doesNotContain("nomme CDCP");
        call("CDCP", "{Costureras Unidas}");
        assertThat(cooperation.main(report)).contains("nomme CDCP", "nomme Costureras Unidas");
    }

    @Test
    void participationsAreNotSaidToBePeopleCountedOnce() {
        db.sql("UPDATE cooperation.project_indicator SET adds_up = false WHERE project = ?")
                .param(project)
                .update();
        Document facts = pages.as(Role.COORDINATOR).open(openReport() + "/facts");
        assertThat(facts.text()).contains("Déléguées formées").doesNotContain("comptée une fois");
    }
}
