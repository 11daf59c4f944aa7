package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convergence.platform.access.SecretAddress;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that no program sends on purpose: cut off, malformed, hostile. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest extends RealServerFixture {

    @Autowired
    private List<SecretAddress> secrets;

    @Test
    void programGetsProblemForSignsThatNoAddressHas() throws Exception {
        assertThat(raw("GET /api/v1/people{}|[<^ HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("problem+json");
    }

    @Test
    void bodyThatBreaksOffIsNoFault(CapturedOutput log) throws Exception {
        Logger failures = (Logger) LoggerFactory.getLogger(FailureAdvice.class);
        failures.setLevel(Level.INFO);
        String file = "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 900\r\n\r\n--b\r\nContent-Dis";
        for (String[] cut : new String[][] {
            {"/api/v1/exchanges", "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\""},
            {"/api/v1/exchanges", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n"},
            {"/api/v1/documents", file}
        }) {
            String known = cut[0] + " " + cut[1];
            int before = log.getOut().length();
            String answer =
                    raw("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n%s"
                            .formatted(cut[0], token, cut[1]));
            assertThat(answer).as(known).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(log.getOut().substring(before).strip().lines())
                    .as(known)
                    .singleElement()
                    .asString()
                    .contains(" INFO ", "The body of POST " + cut[0]);
        }
        failures.setLevel(null);
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

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.discarding());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", at("/").getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
