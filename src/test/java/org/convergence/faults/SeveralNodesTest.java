package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two nodes on one external PostgreSQL: each request and each letter takes effect once, and jobs resume by themselves
 * after a node is killed, or after the database server dies.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "convergence.journeys", matches = "all")
@TestInstance(Lifecycle.PER_CLASS)
class SeveralNodesTest {

    /** The longest time until a dead node's job is restarted. */
    private static final Duration TAKEOVER = Duration.ofSeconds(15);

    private static final int IN_FLIGHT_ON_A_NODE = 1;

    /** The marks of so many letters may be lost if the database server crashes. */
    private static final int RESERVED_BY_A_NODE = 32;

    private static final String PEOPLE = "directory.people_person";
    private static final String SHARES = "resources.dues_share";

    @SuppressWarnings("NullAway.Init")
    private SentLetters letters;

    @SuppressWarnings("NullAway.Init")
    private SharedServer server;

    @SuppressWarnings("NullAway.Init")
    private SharedOutbox outbox;

    @SuppressWarnings("NullAway.Init")
    private SeveralNodes nodes;

    @BeforeAll
    void startServer(@TempDir Path folder) throws Exception {
        letters = new SentLetters();
        server = SharedServer.start(folder);
        outbox = new SharedOutbox(server, letters);
        nodes = new SeveralNodes(folder, server, letters.environment());
    }

    @BeforeEach
    void startNodes() {
        nodes.start();
    }

    @AfterAll
    void stop() throws IOException {
        nodes.close();
        server.close();
        letters.close();
    }

    @Test
    void recordsOnceRequestPostedOnBothNodesUnderOneKey() throws Exception {
        int keys = 200;
        List<HttpResponse<byte[]>> answers = nodes.together(
                2 * keys,
                (n, node) -> node.post(
                        "/api/v1/people", "person-" + n / 2, "{\"familyName\": \"Personne %03d\"}".formatted(n / 2)));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers).extracting(SeveralNodes::text).doesNotContain("").satisfies(texts -> {
            for (int n = 0; n < texts.size(); n += 2) {
                assertThat(texts.get(n)).isEqualTo(texts.get(n + 1));
            }
        });
        assertThat(server.count(PEOPLE + " WHERE family_name LIKE 'Personne %'"))
                .isEqualTo(keys);
    }

    @Test
    void acceptsOneOfTwentyEditsOfOneVersion() throws Exception {
        JsonNode person =
                SeveralNodes.json(nodes.node(0).post("/api/v1/people", "edited", "{\"familyName\": \"Avant\"}"));
        List<HttpResponse<byte[]>> answers = nodes.together(
                20,
                (n, node) -> node.put(
                        "/api/v1/people/" + person.path("id").asString(),
                        "{\"version\": %d, \"familyName\": \"Après %d\"}"
                                .formatted(person.path("version").asInt(), n)));
        assertThat(answers.stream().collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting())))
                .isEqualTo(Map.of(200, 1L, 409, 19L));
        JsonNode written = answers.stream()
                .filter(each -> each.statusCode() == 200)
                .map(SeveralNodes::json)
                .findFirst()
                .orElseThrow();
        assertThat(server.answer("SELECT family_name || ' at ' || version FROM " + PEOPLE + " WHERE id = '"
                        + person.path("id").asString() + "'"))
                .isEqualTo(written.path("familyName").asString() + " at "
                        + (person.path("version").asInt() + 1));
    }

    @Test
    void sessionIsValidOnBothNodes() throws Exception {
        String first = nodes.node(0).address();
        String second = nodes.node(1).address();
        var person = new SessionVisitor();
        person.submit(first + "/sign-in", "/sign-in", Map.of("mail", "coordination@exemple.org"));
        String link = letters.awaitLink("coordination@exemple.org", "/sign-in/");
        person.submit(second + link, link, Map.of());
        assertThat(person.status(second + "/")).isEqualTo(200);
        assertThat(person.status(first + "/")).isEqualTo(200);
        person.submit(first + "/", "/sign-out", Map.of());
        assertThat(person.status(second + "/")).isEqualTo(303);
    }

    @Test
    void publicPageIsGoneOnBothNodesOnceItsActionIsOver() throws Exception {
        var records = new SharedRecords(server);
        for (String end : List.of(
                "expires_on = expires_on - 90",
                "state = 'WITHDRAWN', withdrawn_on = expires_on",
                "state = 'CLOSED', closed_on = expires_on, outcome = 'WELL'")) {
            String page = records.publishAction();
            assertThat(nodes.statuses(page)).containsExactly(200, 200);
            server.execute("UPDATE advocacy.urgentaction SET " + end + " WHERE state = 'OUT'");
            assertThat(nodes.statuses(page)).as(end).containsExactly(410, 410);
        }
    }

    @Test
    void noNodeSendsLetterThatAnotherNodeIsSending() throws Exception {
        letters.hold();
        outbox.post("lente", 1);
        await().atMost(RunningApplication.PATIENCE).until(() -> outbox.sending() == 1);
        // A sign-in link starts a round of letters on its node.
        for (int number = 0; number < 2; number++) {
            new SessionVisitor()
                    .submit(
                            nodes.node(number).address() + "/sign-in",
                            "/sign-in",
                            Map.of("mail", "coordination@exemple.org"));
        }
        await().atMost(RunningApplication.PATIENCE).until(() -> outbox.attempts() >= 2);
        letters.release();
        outbox.awaitSent();
        outbox.assertArrived("lente", 1, 0);
        letters.clear();
    }

    @Test
    void otherNodeFinishesImportOfKilledNode() throws Exception {
        int rows = 8_000;
        server.slowDown(PEOPLE, 1);
        String job = importPeople("reprise", rows);
        awaitBegun(job);
        Duration lay = nodes.killTheNodeThatDoes(job, () -> {});
        server.speedUp(PEOPLE);
        assertThat(lay).isLessThan(TAKEOVER);
        awaitDone(job);
        assertThat(run(job)).isEqualTo("DONE at attempt 2: " + rows);
        assertThat(imported("reprise")).isEqualTo(rows + " people, " + rows + " names");
    }

    @Test
    void killedNodeRepeatsNoInvoiceAndNoLetter() throws Exception {
        int members = 75;
        int others = 200;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        new SharedRecords(server).addMembers(members);
        server.slowDown(SHARES, 80);
        outbox.post("avis", others);
        String job = job(
                nodes.node(0).post("/api/v1/dues/runs", "dues", """
                {"kind": "APPEAL", "name": "Cinquantenaire", "amount": 100, "dryRun": false, "reference": "%s",
                 "due": "%s"}""".formatted(today.minusDays(1), today.plusDays(60))));
        await().atMost(RunningApplication.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> server.count(SHARES) >= members / 3
                        && letters.arrived("avis").size() > 3);
        letters.hold();
        // Each invoice starts a round of letters on the node that issues it: one is in flight there at the kill.
        long shares = server.count(SHARES);
        await().atMost(RunningApplication.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> outbox.sending() >= 1 && server.count(SHARES) >= shares + 5);
        Duration lay = nodes.killTheNodeThatDoes(job, letters::release);
        server.speedUp(SHARES);
        assertThat(lay).isLessThan(TAKEOVER);
        awaitDone(job);
        assertThat(server.answer("""
                        SELECT format('%s at attempt %s: %s issued, %s mailed; %s shares, %s invoices, %s gaps, %s letters',
                            state, attempt, result ->> 'issued', result ->> 'mailed',
                            (SELECT count(DISTINCT membership) FROM resources.dues_share WHERE invoice IS NOT NULL),
                            (SELECT count(DISTINCT (series, sequence)) FROM resources.ledger_invoice),
                            (SELECT count(*) FROM resources.ledger_series s
                             WHERE name LIKE 'F-%%' AND last <> (SELECT count(*) FROM resources.ledger_invoice
                                                                 WHERE series = s.name)),
                            (SELECT count(*) FROM platform.mail_message WHERE purpose = 'dues_invoice'))
                        FROM platform.jobs_run WHERE kind = 'dues-call'
                        """))
                .isEqualTo(
                        "DONE at attempt 2: %1$d issued, %1$d mailed; %1$d shares, %1$d invoices, 0 gaps, %1$d letters"
                                .formatted(members));
        outbox.awaitInterrupted(1, IN_FLIGHT_ON_A_NODE);
        outbox.assertArrived("membre", members, IN_FLIGHT_ON_A_NODE);
        outbox.assertArrived("avis", others, IN_FLIGHT_ON_A_NODE);
    }

    @Test
    void bothNodesRecoverOnceTheServerIsBack() throws Exception {
        int rows = 8_000;
        int keys = 100;
        String panne = PEOPLE + " WHERE family_name LIKE 'Panne %'";
        server.slowDown(PEOPLE, 1);
        outbox.post("panne", 200);
        CompletableFuture<List<HttpResponse<byte[]>>> answers = nodes.begin(
                2 * keys,
                (n, node) -> node.post(
                        "/api/v1/people", "outage-" + n / 2, "{\"familyName\": \"Panne %03d\"}".formatted(n / 2)));
        String job = importPeople("panne", rows);
        await().atMost(RunningApplication.PATIENCE)
                .until(() -> letters.arrived("panne").size() > 10 && server.count(panne) > 10);
        awaitBegun(job);
        server.kill();
        assertThat(answers.join()).extracting(HttpResponse::statusCode).containsOnly(201);
        nodes.node(0).awaitHealth();
        nodes.node(1).awaitHealth();
        server.speedUp(PEOPLE);
        awaitDone(job);
        assertThat(run(job)).isEqualTo("DONE at attempt 2: " + rows);
        assertThat(imported("panne")).isEqualTo(rows + " people, " + rows + " names");
        assertThat(server.count(panne)).isEqualTo(keys);
        outbox.awaitInterrupted(0, 2 * IN_FLIGHT_ON_A_NODE);
        outbox.assertArrived("panne", 200, 2 * RESERVED_BY_A_NODE);
    }

    /** Imports people on the first node, and returns the id of the job. */
    private String importPeople(String name, int rows) throws Exception {
        String list = IntStream.range(0, rows)
                .mapToObj(n -> "%1$s%2$d;Camille;%1$s%2$d@exemple.org\n".formatted(name, n))
                .collect(Collectors.joining("", "Nom de famille;Prénom;Courriel\n", ""));
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        return job(nodes.first(node -> node.upload("/api/v1/imports/people", name, "liste.csv", bytes)));
    }

    private String imported(String name) throws SQLException {
        return server.answer("SELECT count(*) || ' people, ' || count(DISTINCT family_name) || ' names' FROM " + PEOPLE
                + " WHERE family_name LIKE '" + name + "%'");
    }

    private void awaitDone(String job) throws SQLException {
        await().atMost(RunningApplication.PATIENCE)
                .until(() ->
                        server.count("platform.jobs_run WHERE finished_at IS NOT NULL AND id = '" + job + "'") == 1);
    }

    private String run(String job) throws SQLException {
        String state = "SELECT state || ' at attempt ' || attempt || ': ' || done FROM platform.jobs_run";
        return server.answer(state + " WHERE id = '" + job + "'");
    }

    private void awaitBegun(String job) {
        await().atMost(RunningApplication.PATIENCE)
                .until(() -> server.count("platform.jobs_run WHERE done > 0 AND id = '" + job + "'") == 1);
    }

    /** The id of the job in a response's {@code Location} header, otherwise in its body. */
    private static String job(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(SeveralNodes.text(answer)).isEqualTo(202);
        return answer.headers()
                .firstValue("Location")
                .map(location -> location.replaceAll(".*/", ""))
                .orElseGet(() -> SeveralNodes.json(answer).path("job").asString());
    }
}
