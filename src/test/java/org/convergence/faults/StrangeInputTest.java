package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/** Whatever is sent to any route, the answer is never a fault of ours, and says in its own form what is wrong. */
@ModuleTest
class StrangeInputTest extends StrangeInputFixture {

    @Test
    void noRouteFailsWhateverItIsSent() {
        List<Route> routes = routes();
        Map<String, String> targets = Map.of();
        for (int r = 0; r < routes.size(); r++) {
            Route route = routes.get(r);
            if (targets.isEmpty() || !route.method().equals(HttpMethod.GET)) {
                targets = targets();
            }
            List<String> fields = List.copyOf(fieldsOf(route.module()));
            if (route.path().contains("{")) {
                // Two of the four, in turns: each way of reading an address meets all of them.
                for (String strange : r % 2 == 0 ? List.of("not-a-uuid", "x".repeat(3_000)) : List.of("é", "-1")) {
                    send(
                            route,
                            filled(route, variable -> UriUtils.encodePathSegment(strange, StandardCharsets.UTF_8)),
                            Map.of());
                }
                send(route, filled(route, variable -> "00000000-0000-7000-8000-00000000000f"), Map.of());
            }
            for (int i = 0; i < 4; i++) {
                // The first breaks databases; the others take turns.
                String some = STRANGE.get(i == 0 ? 0 : (r * 5 + i) % STRANGE.size());
                String strange = some.substring(0, Math.min(some.length(), 1_000));
                send(
                        route,
                        at(route, targets),
                        fields.stream().collect(Collectors.toMap(field -> field, field -> strange)));
            }
            for (int i = r % 3; !route.method().equals(HttpMethod.GET) && i < fields.size(); i += 3) {
                Map<String, String> one = new LinkedHashMap<>();
                fields.forEach(field -> one.put(field, USUAL.getOrDefault(field, "")));
                one.put(fields.get(i), STRANGE.get((i + r) % STRANGE.size()));
                send(route, at(route, targets), one);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sent).isGreaterThan(1_000);
    }

    @Test
    void noProgramMakesTheServerFailWhateverItSends() {
        String token = visitors.token(Role.STAFF);
        List<String> values = new ArrayList<>(List.of(
                "null",
                "true",
                "1e400",
                "-1",
                "0.000000000000000000001",
                "99999999999999999999",
                "[]",
                "{}",
                "[[[]]]",
                "[null]",
                "{\"women\": {\"a\": [1]}}",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[\"\\ud800\\u0000\"]"));
        STRANGE.forEach(each -> values.add(Json.of(each).toString()));
        List<String> fields = List.of(
                "title",
                "date",
                "to",
                "kind",
                "place",
                "count",
                "participations",
                "hours",
                "volunteerHours",
                "copies",
                "organisations",
                "actions",
                "narrative",
                "links");
        List<String> bodies = new ArrayList<>(List.of(
                "",
                "{",
                "nul",
                "[1]",
                "\ufeff{}",
                "\"a\"",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "[".repeat(50_000),
                "{\"a\":".repeat(900) + "1" + "}".repeat(900)));
        for (int f = 0; f < fields.size(); f++) {
            for (int v = f % 2; v < values.size(); v += 2) {
                String all = "\"title\": \"Atelier\", \"date\": \"2026-03-10\"";
                bodies.add("{" + all + ", \"" + fields.get(f) + "\": " + values.get(v) + "}");
            }
        }
        for (String body : bodies) {
            var answer = browser.post()
                    .uri("/api/v1/realisations")
                    .header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .content(body)
                    .exchange()
                    .getResponse();
            boolean good =
                    answer.getStatus() == 201 || (answer.getStatus() == 422 && isInItsForm(answer, "/api/", false));
            if (!good) {
                note(
                        "POST /api/v1/realisations → " + answer.getStatus(),
                        body.substring(0, Math.min(120, body.length())));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
