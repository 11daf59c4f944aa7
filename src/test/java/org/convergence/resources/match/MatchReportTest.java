package org.convergence.resources.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** The match in financial reports: what warns, what blocks, and what a filing counts. */
@ModuleTest
class MatchReportTest extends MatchFixture {

    private void confirmAll() {
        db.sql("UPDATE resources.match_source SET confirmed_on = day, confirmed_by = 'Trésorière fictive'")
                .update();
    }

    /** Opens the report of a period with its variance explained. */
    private String open(String from, String to) {
        UUID budget = db.sql("SELECT id FROM resources.spending_budget WHERE title = 'Entente d’essai A'")
                .query(UUID.class)
                .single();
        String report = Objects.requireNonNull(
                staff.post("/resources/spending/report?budget=" + budget, "from=" + from, "to=" + to)
                        .getResponse()
                        .getRedirectedUrl());
        UUID line = db.sql("SELECT id FROM resources.spending_line WHERE budget = ?")
                .param(budget)
                .query(UUID.class)
                .single();
        staff.post("/resources/spending/line/" + line + "/variance", "from=" + from, "to=" + to, "reason=Essai");
        return report;
    }

    @Test
    void earlyReportWarnsOfStackingAndLateSourcesCountOnceInTheNext() throws IOException {
        money(mission, project.toString(), "9000", "B-1");
        money(mission, "", "100", "CA-1");
        String first = open("2025-01-01", "2025-06-30");
        String second = open("2025-07-01", "2025-11-30");
        assertThat(text(first)).contains("au-dessus du plafond").doesNotContain("Le cumul d’argent public dépasse");
        money(mission, "", "250", "CA-2", "2025-09-01");
        assertThat(text(first))
                .as("the table ends in June, the stacking with the agreement")
                .contains("Cumul sur toute l’entente", "De ce coût, 250,00 $ vient après cette période");
        assertThat(text(second)).contains("Cumul sur toute").doesNotContain("vient après cette période");
        staff.post(second + "/approve", "version=1");
        staff.post(first + "/approve", "version=1");
        assertThat(staff.post(first + "/file", "version=2")).hasStatus(303);
        assertThat(staff.post(second + "/file", "version=2"))
                .as("promises only")
                .hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM resources.match_source WHERE used_in IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
        confirmAll();
        String third = open("2025-12-01", "2025-12-30");
        staff.post(third + "/approve", "version=1");
        assertThat(staff.post(third + "/file", "version=2")).hasStatus(303);
        assertThat(paper(third + "/financial.pdf")).contains("Part votée", "9 000,00 $");
        assertThat(db.sql("SELECT count(*) FROM resources.match_source WHERE used_in IS NULL")
                        .query(Long.class)
                        .single())
                .as("confirmed late, counted now")
                .isZero();
    }

    @Test
    void filingOneReportLeavesTheApprovalOfTheNext() {
        money(mission, "", "100", "CA-1");
        confirmAll();
        String first = open("2025-01-01", "2025-06-30");
        String second = open("2025-07-01", "2025-11-30");
        staff.post(first + "/approve", "version=1");
        staff.post(second + "/approve", "version=1");
        assertThat(staff.post(first + "/file", "version=2")).hasStatus(303);
        assertThat(text(first)).contains("100,00 $ 100,00 $");
        assertThat(staff.post(second + "/file", "version=2")).hasStatus(303);
    }

    @Test
    void reportWarnsThenBlocksAndCountsWhatItFiles() {
        staff.post(url(mission) + "/free", "items=realisation/" + realisation, "rate=22", "rateSource=Annexe B");
        money(mission, project.toString(), "9000", "B-1");
        String report = open("2025-01-01", "2025-12-31");
        assertThat(text(report))
                .contains("Le cumul d’argent public dépasse", "la contrepartie confirmée ne suffit pas");
        assertThat(staff.post(report + "/approve", "version=1")).hasStatus(422);

        money(mission, "", "20000", "CA-14");
        confirmAll();
        assertThat(text(report))
                .doesNotContain("Le cumul d’argent", "ne suffit pas")
                .contains("80,8 %");
        db.sql("UPDATE plan.realisation SET volunteer_hours = 30 WHERE id = ?")
                .param(realisation)
                .update();
        assertThat(text(report)).contains("Des heures ou des libérations comptées ne sont plus inscrites");
        db.sql("UPDATE plan.realisation SET volunteer_hours = 40 WHERE id = ?")
                .param(realisation)
                .update();
        staff.post(report + "/approve", "version=1");
        assertThat(staff.post(report + "/file", "version=2")).hasStatus(303);
        assertThat(text(report)).contains("Figé", "29 000,00 $");
        assertThat(text(url(mission))).contains("Compté dans un rapport figé");
        UUID used = db.sql("SELECT id FROM resources.match_source WHERE kind = 'OWN'")
                .query(UUID.class)
                .single();
        assertThat(staff.post(url(mission) + "/source/" + used + "/remove")).hasStatus(422);
        assertThatThrownBy(() -> db.sql("DELETE FROM resources.match_source WHERE id = ?")
                        .param(used)
                        .update())
                .hasMessageContaining("match_source_is_used");
    }
}
