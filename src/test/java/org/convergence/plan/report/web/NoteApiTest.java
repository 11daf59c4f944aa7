package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

@ModuleTest
class NoteApiTest extends NotePagesFixture {

    @Test
    void programsListReportsByAudienceAndBeginThem() {
        Given made = aNote();
        String token = "Bearer " + visitors.token(Role.COORDINATOR);
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
