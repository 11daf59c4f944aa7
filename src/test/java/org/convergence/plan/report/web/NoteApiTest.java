package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

@ModuleTest
class NoteApiTest extends NotePagesFixture {

    @Test
    void reportWithoutAPeriodIsOnThatOfItsPlan() {
        NotePagesCase made = aNote();
        String plan = made.lines().plan().value().toString();
        String title = "Sans période " + UUID.randomUUID();
        assertThat(browser.post()
                        .uri("/api/v1/reports")
                        .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                        .contentType("application/json")
                        .content("""
                                {"plan": "%s", "audience": "annual", "title": "%s", "language": "fr"}
                                """.formatted(plan, title)))
                .hasStatus(201);
        assertThat(db.sql("SELECT period_from || ' ' || period_to FROM plan.report WHERE title = ?")
                        .param(title)
                        .query(String.class)
                        .single())
                .isEqualTo(made.lines().from() + " " + made.lines().to());
    }

    @Test
    void programsListReportsByAudienceAndBeginThem() {
        NotePagesCase made = aNote();
        String token = "Bearer " + visitors.createToken(Role.COORDINATOR);
        String plan = made.lines().plan().value().toString();
        assertThat(browser.get()
                        .uri("/api/v1/reports?audience=board&plan=" + plan)
                        .header("Authorization", token))
                .bodyJson()
                .extractingPath("$.reports[0].audience")
                .isEqualTo("board");
        assertThat(browser.get().uri("/api/v1/reports?audience=x").header("Authorization", token))
                .hasStatus(422);
        String body = """
                {"plan": "%s", "audience": "board", "title": "Note", "from": "%s", "to": "%s", "language": "fr"}
                """.formatted(plan, today.minusDays(3), today);
        assertThat(browser.post()
                        .uri("/api/v1/reports")
                        .header("Authorization", token)
                        .contentType("application/json")
                        .content(body))
                .hasStatus(201);
        assertThat(browser.post()
                        .uri("/api/v1/reports")
                        .header("Authorization", token)
                        .contentType("application/json")
                        .content(body.replace("\"board\"", "\"public\"")))
                .hasStatus(422);
        assertThat(browser.post()
                        .uri("/api/v1/reports")
                        .header("Authorization", token)
                        .contentType("application/json")
                        .content(body.replace(today.minusDays(3).toString(), "02/03/2026")))
                .as("never silently read day first")
                .hasStatus(422)
                .bodyText()
                .contains("\"from\"", "AAAA-MM-JJ");
        assertThat(browser.get().uri("/api/v1/realisations?from=02/03/2026").header("Authorization", token))
                .hasStatus(422);
        assertThat(browser.get()
                        .uri("/api/v1/plans/" + plan + "/reports/board.pdf")
                        .header("Authorization", token))
                .hasStatusOk();
        assertThat(browser.get()
                        .uri("/api/v1/plans/" + plan + "/reports/friends.pdf")
                        .header("Authorization", token))
                .hasStatus(404);
        assertThat(get("/plan/report/" + UUID.randomUUID() + "/write", Role.COORDINATOR))
                .hasStatus(404);
    }
}
