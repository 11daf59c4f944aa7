package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.platform.shell.Form;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** No request to any route causes a server error; the answer states the fault in its own format. */
@ModuleTest
class StrangeInputTest extends StrangeInputFixture {

    /** Texts that look like values but are invalid. */
    private static final List<String> LOOKALIKES = List.of(
            "abc",
            "2026-13-45",
            "+999999999-12",
            "2026-W99",
            "25:99",
            "00:61",
            "0",
            "2147483648",
            "\u0661\u0662\u0663",
            "1,5,2",
            "%s%n",
            "[[link]]",
            "${7*7}",
            "00000000-0000-7000-8000-00000000000",
            "zz-QC-99",
            "*;(",
            "true");

    /** Other routes, values and fields each day, and all of them in {@code ./test --all}. */
    private final int today = (int) LocalDate.now(ZoneOffset.UTC).toEpochDay();

    private static final int VALUES = TestTags.runsAll() ? 4 : 2;
    private static final int FIELDS = TestTags.runsAll() ? 3 : 24;

    @Test
    void routesNeverFailOnStrangeInput() {
        List<Route> routes = routes();
        Map<String, String> targets = Map.of();
        for (int r = 0; r < routes.size(); r++) {
            if (!TestTags.runsAll() && (r + today) % 2 == 0) {
                continue;
            }
            Route route = routes.get(r);
            if (targets.isEmpty() || (!route.method().equals(HttpMethod.GET) && takesTarget(route, targets))) {
                targets = createTargets();
            }
            List<String> fields = ModuleFields.of(route.module());
            if (route.path().contains("{")) {
                // Two of the four values in turn: each way of reading an address meets all of them.
                for (String strange :
                        (r + today) % 4 < 2 ? List.of("not-a-uuid", "x".repeat(3_000)) : List.of("é", "-1")) {
                    send(
                            route,
                            filled(route, variable -> UriUtils.encodePathSegment(strange, StandardCharsets.UTF_8)),
                            Map.of());
                }
                send(route, filled(route, variable -> "00000000-0000-7000-8000-00000000000f"), Map.of());
            }
            for (int i = 0; i < VALUES; i++) {
                // The first value breaks databases; the others take turns.
                String some = STRANGE.get(i == 0 ? 0 : (r * 5 + i + today) % STRANGE.size());
                String strange = some.substring(0, Math.min(some.length(), 1_000));
                send(
                        route,
                        at(route, targets),
                        fields.stream().collect(Collectors.toMap(field -> field, field -> strange)));
            }
            for (int i = (r + today) % FIELDS;
                    !route.method().equals(HttpMethod.GET) && i < fields.size();
                    i += FIELDS) {
                Map<String, String> one = new LinkedHashMap<>();
                fields.forEach(field -> one.put(field, USUAL.getOrDefault(field, "")));
                one.put(fields.get(i), STRANGE.get((i + r + today) % STRANGE.size()));
                send(route, at(route, targets), one);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sent).isGreaterThan(1_000);
    }

    /** Each parameter of a page takes a ninth of the values, another each day, and all in {@code ./test --all}. */
    @Test
    void readsNeverFailOnStrangeParameters() {
        Map<String, String> targets = createTargets();
        List<String> values = Stream.concat(STRANGE.stream(), LOOKALIKES.stream())
                .map(each -> each.substring(0, Math.min(each.length(), 500)))
                .toList();
        Set<String> readers = pathsOfReaders();
        List<Route> reads = routes().stream()
                .filter(route -> route.method().equals(HttpMethod.GET))
                .toList();
        int share = TestTags.runsAll() ? 1 : 13;
        for (int r = 0; r < reads.size(); r++) {
            Route route = reads.get(r);
            List<String> fields = ModuleFields.of(route.module());
            for (int v = (r + today) % share; readers.contains(route.path()) && v < values.size(); v += share) {
                Map<String, String> all = new LinkedHashMap<>();
                for (int f = 0; f < fields.size(); f++) {
                    all.put(fields.get(f), values.get((v + f) % values.size()));
                }
                send(route, at(route, targets), all);
            }
        }
        assertThat(wrong.keySet()).noneMatch(what -> what.contains("→ 5"));
    }

    @Test
    void apiNeverFailsOnStrangeJson() {
        String token = visitors.createToken(Role.STAFF);
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
                "quantity",
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

    /** The addresses whose handlers read parameters. */
    private Set<String> pathsOfReaders() {
        Set<String> paths = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            boolean reads = Stream.of(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType().equals(Form.class)
                            || parameter.getParameterType().equals(HttpServletRequest.class)
                            || parameter.hasParameterAnnotation(RequestParam.class));
            if (reads) {
                paths.addAll(info.getPatternValues());
            }
        });
        return paths;
    }

    /** Whether the route's address holds one of the records, so that its act may use it up. */
    private static boolean takesTarget(Route route, Map<String, String> targets) {
        return VARIABLE.matcher(route.path())
                .results()
                .anyMatch(found -> targets.containsKey(found.group(1))
                        || targets.containsKey(route.module() + "." + found.group(1)));
    }
}
