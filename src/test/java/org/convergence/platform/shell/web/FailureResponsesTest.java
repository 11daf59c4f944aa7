package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.convergence.platform.database.Json;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestDatabase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Failures between a real browser or API client and the real server: each in its form and language. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class FailureResponsesTest extends RealServerFixture {

    @Autowired
    private TestDatabase database;

    @Test
    void unknownAddressGivesPageInReadersLanguage() throws Exception {
        for (String address : List.of("/plan//x", "/a;b=c", "/plan/%2e%2e/x", "/no/such/page")) {
            Document french = page(send(get(address).header("Accept-Language", "fr-CA")));
            Document english = page(send(get(address).header("Accept-Language", "en-CA")));
            assertThat(french.select("html").attr("lang")).as(address).isEqualTo("fr-CA");
            assertThat(english.select("html").attr("lang")).as(address).isEqualTo("en-CA");
            assertThat(french.select("h1").text())
                    .isNotBlank()
                    .isNotEqualTo(english.select("h1").text());
            HttpResponse<String> part = send(get(address).header("HX-Request", "true"));
            assertThat(part.body()).as(address).doesNotContain("<html").contains("role=\"alert\"");
        }
    }

    @Test
    void reportsUnreadableRequestInBothLanguages() throws Exception {
        Document page = page(send(get("/plan/actionplan/%00")));
        assertThat(page.select("h1").text()).isEqualTo("La demande n’a pas été comprise");
        assertThat(page.select("[lang=en]").text()).startsWith("The request was not understood");
    }

    @Test
    void apiGetsProblemDocument() throws Exception {
        problem(400, api("/api/v1/realisations/%00"));
        problem(404, api("/api/v1/nothing").GET());
        problem(404, api("/api/v1/people/" + "a".repeat(9_000)).GET());
        problem(404, api("/api/v1/realisations/x").GET());
        problem(401, HttpRequest.newBuilder(at("/api/v1/realisations")).GET());
        problem(
                401,
                HttpRequest.newBuilder(at("/api/v1/realisations"))
                        .header("Authorization", "Bearer x")
                        .GET());
        problem(401, HttpRequest.newBuilder(at("/api/v1/realisations")).header("Accept", "text/html"));
        problem(401, HttpRequest.newBuilder(at("/api/v1/realisations")).POST(BodyPublishers.ofString("{}")));
        problem(
                406,
                api("/api/v1/realisations").header("Accept", "application/xml").GET());
        problem(422, api("/api/v1/realisations").POST(BodyPublishers.ofString("{\"title\":")));
        problem(422, api("/api/v1/realisations").POST(BodyPublishers.noBody()));
        problem(
                400,
                api("/api/v1/plans/import")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("x")));
        problem(
                422,
                api("/api/v1/plans/import").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x")));
        HttpResponse<String> method = problem(405, api("/api/v1/realisations").DELETE());
        assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        HttpResponse<String> options = send(api("/api/v1/realisations").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        HttpResponse<String> unknown = send(HttpRequest.newBuilder(at("/api/v1/realisations"))
                .header("Accept-Language", "en")
                .GET());
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(unknown.body()).contains("token");
    }

    @Test
    void apiGetsRequestedLanguage() throws Exception {
        Map<Integer, Supplier<HttpRequest.Builder>> wrong = Map.of(
                400, () -> api("/api/v1/realisations/%00"),
                401, () -> HttpRequest.newBuilder(at("/api/v1/realisations")).GET(),
                404, () -> api("/api/nothing").GET(),
                405, () -> api("/api/v1/realisations").DELETE(),
                415,
                        () -> api("/api/v1/realisations")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")),
                422, () -> api("/api/v1/realisations").POST(BodyPublishers.ofString("{}")));
        for (var each : wrong.entrySet()) {
            var english = each.getValue().get().header("Accept-Language", "en-CA");
            assertThat(problem(each.getKey(), each.getValue().get()).body())
                    .isNotEqualTo(problem(each.getKey(), english).body());
        }
    }

    /** The server stops before the headers, so that the language is unknown. */
    @Test
    void apiGetsProblemInBothLanguagesForAnAddressThatCannotBeRead() throws Exception {
        URI server = at("/");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/people?q=Zoé HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("400", "application/problem+json", "The request was not understood", "\"status\":400")
                    .contains("La demande n’a pas été comprise")
                    .doesNotContain("<html");
        }
    }

    @Test
    void reportsTooLargeRequest() throws Exception {
        var text = api("/api/v1/realisations").POST(BodyPublishers.ofString("{\"title\":\"" + "a".repeat(1_100_000)));
        assertThat(json(problem(413, text)).path("title").asString()).isEqualTo("Le contenu envoyé est trop long");
        problem(
                413,
                api("/api/v1/plans/import")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(file(27_000_000))));
        // A form is parsed before the actor is known.
        HttpResponse<String> form = send(HttpRequest.newBuilder(at("/plan/reading"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(file(27_000_000))));
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(page(form).select("h1").text()).isEqualTo("Ce fichier est trop gros");
    }

    @Test
    void faultHasReferenceInLogWithoutPersonalText(CapturedOutput log) throws Exception {
        execute("ALTER TABLE plan.realisation RENAME TO realisation_gone");
        try {
            HttpResponse<String> answer =
                    problem(500, api("/api/v1/realisations?q=Solange-Tremblay").GET());
            String reference = json(answer).path("reference").asString();
            assertThat(reference).matches("[0-9A-F]{4}-[0-9A-F]{4}");
            assertThat(answer.body()).doesNotContain("SELECT", "realisation_gone", "Exception");
            String id = "01890000-0000-7000-8000-000000000001";
            problem(500, api("/api/v1/realisations/" + id).GET());
            assertThat(log.getOut()).contains("Fault " + reference).doesNotContain("Solange", id);
        } finally {
            execute("ALTER TABLE plan.realisation_gone RENAME TO realisation");
        }
    }

    private static byte[] file(int size) {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + size + foot.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(foot, 0, all, head.length + size, foot.length);
        return all;
    }

    private HttpResponse<String> problem(int status, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("title").asString()).isNotBlank();
        assertThat(json(answer).path("detail").asString()).isNotBlank();
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body()).node();
    }
}
