package org.convergence.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server on this machine acts as a public one (its name is allowed) and a private one (its numeric address). */
class HttpFetcherTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpFetcher fetch = new HttpFetcher(new FetchSettings(Set.of(" LocalHost ")));
    private HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        fetch.destroy();
    }

    @Test
    void fetchesContent() {
        assertThat(get("/text")).isEqualTo("Bonjour");
    }

    @Test
    void doesNotFetchUnchangedContent() {
        FetchResponse<String> first = fetch.get(asked("/text", null, 100), HttpFetcherTest::text);
        assertThat(first.etag()).isEqualTo("\"one\"");
        FetchResponse<String> second = fetch.get(asked("/text", first.etag(), 100), HttpFetcherTest::text);
        assertThat(second.content()).isNull();
        assertThat(second.etag()).isEqualTo("\"one\"");
    }

    @Test
    void followsFiveRedirections() {
        assertThat(get("/hop?5")).isEqualTo("Bonjour");
        assertThat(refused("/hop?6")).isEqualTo("fetch.refused.redirection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/text", "http://2130706433:%d/text", "http://[::1]:%d/text",
                "http://[::ffff:127.0.0.1]:%d/text", "http://169.254.169.254/latest/meta-data", "http://10.0.0.1/",
                "http://192.168.0.1/", "http://[fd00::1]/", "http://0.0.0.0:%d/text"
            })
    void aRedirectionToTheLocalNetworkIsRefusedBeforeAnythingIsAsked(String place) {
        String inside = place.formatted(server.getAddress().getPort());
        assertThat(refused("/to?" + inside)).isEqualTo("fetch.refused.inside");
        assertThat(refusedAt(inside)).isEqualTo("fetch.refused.inside");
        assertThat(asked).containsExactly("/to");
    }

    @Test
    void refusesRedirectionToOtherScheme() {
        assertThat(refused("/to?file:///etc/passwd")).isEqualTo("fetch.refused.redirection");
        assertThat(refused("/to?http://name:word@localhost/")).isEqualTo("fetch.refused.redirection");
    }

    @Test
    void refusesRedirectionFromHttpsToHttp() {
        URI secret = URI.create("https://cloud.example.org/secret.ics");
        URI open = URI.create("http://cloud.example.org/secret.ics");
        for (String place : List.of(open.toString(), "HTTP://other.example.org/secret.ics")) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> HttpFetcher.next(secret, place))
                    .withMessage("fetch.refused.redirection");
        }
        assertThat(HttpFetcher.next(secret, "/new.ics")).hasToString("https://cloud.example.org/new.ics");
        assertThat(HttpFetcher.next(open, "/new.ics")).hasToString("http://cloud.example.org/new.ics");
        assertThat(HttpFetcher.next(open, secret.toString())).isEqualTo(secret);
    }

    @Test
    void resolvesNameOnce() throws IOException {
        // The connection gets exactly the addresses that were checked.
        var names = new CheckedDnsResolver(new FetchSettings(Set.of()));
        assertThat(catchThrowableOfType(CheckedDnsResolver.PrivateHost.class, () -> names.resolve("localhost")))
                .isNotNull();
        assertThat(names.resolve("8.8.8.8")).containsExactly(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void stopsReadingAtLimit() {
        assertThat(refused("/large")).isEqualTo("fetch.refused.large");
        assertThat(refused("/packed")).isEqualTo("fetch.refused.large");
    }

    @Test
    void cancelsTooLargeResponseAtOnce() {
        long begun = System.nanoTime();
        assertThat(refused("/endless")).isEqualTo("fetch.refused.large");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void cancelsSlowResponse() {
        long begun = System.nanoTime();
        assertThat(refused("/slow")).isEqualTo("fetch.refused.slow");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void reportsFailureReason() {
        assertThat(refused("/404")).isEqualTo("fetch.refused.gone");
        assertThat(refused("/401")).isEqualTo("fetch.refused.closed");
        assertThat(refused("/500")).isEqualTo("fetch.refused.status");
        assertThat(refusedAt("http://nulle-part.invalid/")).isEqualTo("fetch.refused.unknown");
        assertThat(refusedAt("https://localhost:" + server.getAddress().getPort() + "/"))
                .isIn("fetch.refused.certificate", "fetch.refused.unreachable");
        server.stop(0);
        assertThat(refused("/text")).isEqualTo("fetch.refused.unreachable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://localhost/",
                "file:///etc/passwd",
                "localhost",
                "http://",
                "http://a:b@c/",
                "ceci n’est pas"
            })
    void whatIsNoAddressIsKnown(String text) {
        assertThat(FetchRequest.parseAddress(text)).isEmpty();
    }

    @Test
    void doesNotLogAddress() {
        assertThat(asked("/secret-123", null, 100).toString()).doesNotContain("secret");
    }

    private @Nullable String get(String path) {
        return fetch.get(asked(path, null, 100), HttpFetcherTest::text).content();
    }

    private String refused(String path) {
        return refusedAt(address(path));
    }

    private String refusedAt(String address) {
        FetchRequest what = new FetchRequest(URI.create(address), null, null, 100, Duration.ofSeconds(3));
        Refused refused = catchThrowableOfType(Refused.class, () -> fetch.get(what, HttpFetcherTest::text));
        return Objects.requireNonNull(refused).messageKey();
    }

    private FetchRequest asked(String path, @Nullable String etag, long largest) {
        return new FetchRequest(URI.create(address(path)), etag, null, largest, Duration.ofSeconds(3));
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static String text(java.io.InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        asked.add(path);
        switch (path) {
            case "/hop" -> {
                int left = Integer.parseInt(query);
                send(exchange, 302, left == 1 ? "/text" : "/hop?" + (left - 1), "");
            }
            case "/to" -> send(exchange, 302, query, "");
            case "/large" -> send(exchange, 200, null, "a".repeat(200));
            case "/packed" -> {
                var packed = new java.io.ByteArrayOutputStream();
                try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
                    gzip.write(new byte[1_000_000]);
                }
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, packed.size());
                exchange.getResponseBody().write(packed.toByteArray());
                exchange.close();
            }
            case "/slow", "/endless" -> trickle(exchange, path.equals("/slow") ? 1 : 200);
            case "/404", "/401", "/500" -> send(exchange, Integer.parseInt(path.substring(1)), null, "");
            default -> {
                if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    send(exchange, 304, null, "");
                } else {
                    send(exchange, 200, null, "Bonjour");
                }
            }
        }
    }

    private static void trickle(HttpExchange exchange, int atOnce) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        for (int i = 0; i < 90; i++) {
            body.write("a".repeat(atOnce).getBytes(StandardCharsets.UTF_8));
            body.flush();
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void send(HttpExchange exchange, int status, @Nullable String location, String body)
            throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
