package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.convergence.identity.Role;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.Json;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Failures between a real browser or API client and the real server: each in its form and language. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class FailureResponsesTest {

    private static String token = "";

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Environment environment;

    @Autowired
    private List<SecretAddress> secrets;

    @BeforeEach
    void aToken() {
        visitors.ensureOrganisation();
        if (token.isEmpty()) {
            token = visitors.createToken(Role.STAFF);
        }
    }

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
        problem(400, api("/api/v1/realisations/%00").GET());
        problem(404, api("/api/v1/nothing").GET());
        problem(404, api("/api/v1/people/" + "a".repeat(9_000)).GET());
        problem(404, api("/api/v1/realisations/x").GET());
        problem(401, HttpRequest.newBuilder(at("/api/v1/realisations")).GET());
        problem(
                401,
                HttpRequest.newBuilder(at("/api/v1/realisations"))
                        .header("Authorization", "Bearer x")
                        .GET());
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
        HttpResponse<String> unknown = send(HttpRequest.newBuilder(at("/api/v1/realisations"))
                .header("Accept-Language", "en")
                .GET());
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(unknown.body()).contains("token");
    }

    @Test
    void apiGetsRequestedLanguage() throws Exception {
        Map<Integer, Supplier<HttpRequest.Builder>> wrong = Map.of(
                400, () -> api("/api/v1/realisations/%00").GET(),
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

    @Test
    void hidesServerSoftware() throws Exception {
        for (String line : List.of("GET /%zz HTTP/1.1", "GET /<x> HTTP/1.1", "NONSENSE", "TRACE / HTTP/1.1")) {
            String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(line)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void logsNothingOfHostileRequest(CapturedOutput log) throws Exception {
        String secret = "Wilhelmine-s3cr3t-of-a-link";
        List<String> paths = new ArrayList<>(List.of(
                "/" + secret,
                "/no/such/" + secret + "/?mail=" + secret + "@exemple.org",
                "/plan/actionplan/" + secret + "/grid?q=" + secret,
                "/directory/people/persons/" + secret + "/",
                "/static/" + secret,
                "/plan//" + secret,
                "/a;b=" + secret,
                "/plan/%2e%2e/" + secret,
                "/plan/%00" + secret,
                "/search?after=" + secret + "&limit=" + secret,
                "/api/v1/" + secret,
                "/api/v1/people/" + secret + "?after=" + secret));
        for (SecretAddress each : secrets) {
            paths.addAll(List.of(
                    each.beginning() + secret,
                    each.beginning() + secret + "/",
                    each.beginning() + secret + "/" + secret,
                    each.beginning().toUpperCase(Locale.ROOT) + secret));
        }
        for (String path : paths) {
            for (String method : List.of("GET", "POST", "DELETE", "OPTIONS")) {
                send(api(path)
                        .method(method, BodyPublishers.ofString("{\"title\": " + secret + "\""))
                        .header("Content-Type", "application/json")
                        .header("Cookie", "session=" + secret + "; notice=" + secret + "; kept=" + secret)
                        .header("Accept-Language", secret));
                send(get(path).header("Accept", secret).header("Range", secret));
            }
            send(get(path)
                    .method("POST", BodyPublishers.ofString("--b\r\nContent-Disposition: " + secret))
                    .header("Content-Type", "multipart/form-data; boundary=b"));
            send(get(path).method("POST", BodyPublishers.ofString(secret)).header("Content-Type", secret));
        }
        for (String head : List.of(
                secret + " / HTTP/1.1\r\nHost: localhost",
                "GET /" + secret + "<> HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: " + secret + "_[",
                "GET / HTTP/1.1\r\nHost: localhost\r\n" + secret + " : \u0001",
                "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: \"" + secret + "\\",
                "GET / " + secret,
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + secret)) {
            raw(head + "\r\nConnection: close\r\n\r\n");
        }
        assertThat(log.getAll()).doesNotContainIgnoringCase("Wilhelmine");
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

    private HttpRequest.Builder api(String address) {
        return HttpRequest.newBuilder(at(address)).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(at(address)).GET();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String address) {
        return URI.create("http://localhost:" + port() + address);
    }

    private int port() {
        return Integer.parseInt(String.valueOf(environment.getProperty("local.server.port")));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
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
