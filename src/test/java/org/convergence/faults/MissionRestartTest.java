package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.database.Json;
import org.convergence.testing.RunningApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A traveller is silent. The application is killed after each alert and started shortly before the next, by a moved clock:
 * each alert leaves at its minute, once, to the people named on the mission alone (R-SEC-7).
 */
@Tag("slow")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class MissionRestartTest {

    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final Duration BEFORE = Duration.ofSeconds(45);

    /** Minutes after the grace, and the recipients then. */
    private static final Map<Integer, List<String>> STEPS = new TreeMap<>(Map.of(
            0, List.of("traveller"),
            30, List.of("lead"),
            60, List.of("lead"),
            120, List.of("lead", "president"),
            240, List.of("lead", "president")));

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    private Instant due() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        return day.atTime(15, 0).toInstant(ZoneOffset.UTC);
    }

    @Test
    void eachAlertLeavesAtItsMinuteOnceOverKillsAndStarts() throws Exception {
        try (SentLetters letters = new SentLetters()) {
            try (RunningApplication app = start(letters, Duration.ZERO)) {
                prepare(app);
            }
            for (Map.Entry<Integer, List<String>> step : STEPS.entrySet()) {
                Instant minute = due().plus(GRACE).plus(Duration.ofMinutes(step.getKey()));
                Duration offset = Duration.between(Instant.now(), minute.minus(BEFORE));
                try (RunningApplication app = start(letters, offset)) {
                    step.getValue().forEach(who -> told.add(who + "@exemple.org"));
                    await().atMost(RunningApplication.PATIENCE)
                            .pollInterval(Duration.ofMillis(200))
                            .until(() -> recipients(letters).size() >= told.size());
                    assertThat(Instant.now().plus(offset))
                            .as("minute %d", step.getKey())
                            .isBetween(minute, minute.plus(2, ChronoUnit.MINUTES));
                    await().until(() -> app.queryColumn(
                                    "SELECT id FROM platform.mail_message WHERE purpose LIKE 'mission%' AND state <> 'SENT'")
                            .isEmpty());
                    app.kill();
                }
                assertThat(recipients(letters)).containsExactlyInAnyOrderElementsOf(told);
            }
            answerBackHome(letters);
        }
    }

    private void answerBackHome(SentLetters letters) throws IOException, InterruptedException {
        Duration offset = Duration.between(Instant.now(), due().plus(GRACE).plus(Duration.ofMinutes(250)));
        try (RunningApplication app = start(letters, offset)) {
            String link = letters.awaitLink("traveller", "/safety/mission/link/");
            new SessionVisitor().submit(app.address() + link, link, Map.of());
            told.addAll(List.of("lead@exemple.org", "president@exemple.org"));
            await().atMost(RunningApplication.PATIENCE)
                    .until(() -> recipients(letters).size() >= told.size());
            assertThat(recipients(letters)).as("the end of the alert").containsExactlyInAnyOrderElementsOf(told);
        }
    }

    private RunningApplication start(SentLetters letters, Duration offset) throws IOException {
        Map<String, String> environment = new HashMap<>(letters.environment());
        environment.put("CONVERGENCE_CLOCK_OFFSET", offset.toString());
        return RunningApplication.start(folder, environment);
    }

    private void prepare(RunningApplication app) throws IOException, SQLException {
        Map<String, String> people = new HashMap<>();
        for (String who : List.of("traveller", "lead", "president")) {
            String id = post(app, "/api/v1/people", who, "{\"familyName\": \"%s\"}".formatted(who));
            people.put(who, id);
            app.execute("""
                    UPDATE directory.people_person SET contact_points = jsonb_build_array(jsonb_build_object(
                    'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', '%s@exemple.org')) WHERE id = '%s'
                    """.formatted(who, id));
        }
        LocalDate day = LocalDate.ofInstant(due(), ZoneOffset.UTC);
        String mission = post(app, "/api/v1/missions", "mission", """
                {"title": "Visite", "purpose": "Préparer le stage", "travellers": ["%s"], "lead": "%s", "president": "%s",
                 "legs": [{"country": "CO", "place": "Barrancabermeja", "from": "%s", "to": "%s"}],
                 "checkIns": [{"due": "%s", "grace": %d}]}
                """.formatted(
                        people.get("traveller"),
                        people.get("lead"),
                        people.get("president"),
                        day,
                        day.plusDays(1),
                        due(),
                        GRACE.toMinutes()));
        app.execute("""
                UPDATE safety.mission SET state = 'APPROVED', approval_on = current_date, approval_level = 'CAUTION',
                approval_given_by = lead, approval_open_items = 0 WHERE id = '%s'
                """.formatted(mission));
    }

    private static String post(RunningApplication app, String path, String key, String json) throws IOException {
        HttpResponse<byte[]> answer = app.post(path, key, json);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(201);
        return Json.parse(text).node().path("id").asString();
    }

    /** The recipients of the letters that arrived; a letter that a kill made leave twice has one Message-ID. */
    private static List<String> recipients(SentLetters letters) {
        return letters.arrived("").stream()
                .distinct()
                .map(letter -> letter.substring(0, letter.indexOf(' ')))
                .filter(recipient -> !recipient.startsWith("coordination@"))
                .toList();
    }
}
