package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Requests of members for a special assembly in the API (R-GOV-5). */
@ModuleTest
class RequisitionApiTest extends AssemblyPagesFixture {

    private static final String REQUEST = """
            {"receivedOn": "%s", "business": "La vente du siège", "members": %s, "entitled": 50}
            """;

    @Autowired
    private JdbcClient db;

    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private String url = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void anAssembly() {
        url = "/api/v1/bodies/"
                + board.addBody(BodyKind.GENERAL, Quorum.moreThanHalf()).value() + "/requisitions";
        today = settings.today();
    }

    @Test
    void recordsARequestOnceAndReadsWhatItObligesTo() {
        MvcTestResult first = send(Role.STAFF, url, REQUEST.formatted(today, 5));
        assertThat(first).hasStatus(201);
        JsonNode made = json(first);
        assertThat(json(send(Role.STAFF, url, REQUEST.formatted(today, 5)))).isEqualTo(made);
        assertThat(db.sql("SELECT count(*) FROM outreach.assembly_requisition WHERE id = ? AND business = ?")
                        .params(UUID.fromString(made.path("id").asString()), "La vente du siège")
                        .query(Integer.class)
                        .single())
                .isOne();

        JsonNode read = get(String.valueOf(first.getResponse().getHeader("Location")));
        assertThat(read).isEqualTo(made);
        assertThat(read.path("state").asString()).isEqualTo("TO_HOLD");
        assertThat(read.path("lastDay").asString()).isEqualTo(today.plusDays(21).toString());
        assertThat(read.path("meeting").isNull()).isTrue();
        JsonNode listed = get(url).path("requisitions");
        assertThat(listed.size()).isOne();
        assertThat(listed.get(0)).isEqualTo(made);
    }

    @Test
    void fewerThanATenthObligeNobody() {
        assertThat(json(send(Role.STAFF, url, REQUEST.formatted(today, 4)))
                        .path("state")
                        .asString())
                .isEqualTo("TOO_FEW");
    }

    @Test
    void refusesWithoutPermissionAndBadInput() {
        String good = REQUEST.formatted(today, 5);
        assertThat(send(Role.AUDITOR, url, good)).hasStatus(403);
        assertThat(get(url).path("requisitions").size()).isZero();
        assertThat(mvc.get().uri(url).exchange()).hasStatus(401);
        for (String bad : new String[] {
            REQUEST.formatted(today, 51),
            REQUEST.formatted(today, 0),
            REQUEST.formatted(today, "\"cinq\""),
            REQUEST.formatted(today.plusDays(1), 5),
            REQUEST.formatted("demain", 5),
            good.replace("La vente du siège", " "),
            good.replace("La vente du siège", "x".repeat(5_001)),
            good.replace("\"entitled\": 50", "\"entitled\": 50, \"withdrawnOn\": \"" + today + "\""),
            good.replace(", \"entitled\": 50", "")
        }) {
            assertThat(send(Role.STAFF, url, bad)).as(bad).hasStatus(422);
        }
        String committee = "/api/v1/bodies/"
                + board.addBody(BodyKind.COMMITTEE, Quorum.moreThanHalf()).value() + "/requisitions";
        assertThat(send(Role.STAFF, committee, good)).hasStatus(422);
        String unknown = url.replaceAll("bodies/[^/]+", "bodies/" + UUID.randomUUID());
        assertThat(send(Role.STAFF, unknown, good)).hasStatus(404);
        for (String none : new String[] {unknown, "/api/v1/requisitions/" + UUID.randomUUID()}) {
            assertThat(exchange(none)).as(none).hasStatus(404);
        }
    }

    private MvcTestResult send(Role role, String to, String body) {
        return mvc.post()
                .uri(to)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(role, visitors::createToken))
                .header("Idempotency-Key", "une-fois-" + body.hashCode())
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private MvcTestResult exchange(String from) {
        return mvc.get()
                .uri(from)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(Role.AUDITOR, visitors::createToken))
                .exchange();
    }

    private JsonNode get(String from) {
        return json(exchange(from));
    }

    private static JsonNode json(MvcTestResult answer) {
        return Json.parse(Pages.text(answer)).node();
    }
}
