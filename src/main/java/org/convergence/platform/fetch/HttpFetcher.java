package org.convergence.platform.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Fetches outside addresses. A failure is a {@link Refused} whose message names at most the host, since the rest of an
 * address may be a secret; a reader's exception passes through.
 */
@Component
public class HttpFetcher implements DisposableBean {

    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTIONS = 5;

    private final FetchSettings settings;
    private @Nullable FetchHttpClient client;

    HttpFetcher(FetchSettings settings) {
        this.settings = settings;
    }

    /** Created at first use: most starts fetch nothing. */
    private synchronized FetchHttpClient client() {
        if (client == null) {
            client = FetchHttpClient.create(settings);
        }
        return client;
    }

    @Override
    public synchronized void destroy() {
        if (client != null) {
            client.close();
        }
    }

    /** The result of one request: a redirection, or the response. */
    private record FetchStep<T>(
            @Nullable URI next, @Nullable FetchResponse<T> came) {}

    /**
     * Requests the address, follows at most five redirections, and reads the response.
     *
     * @throws Refused with the reason, if nothing could be read
     */
    public <T> FetchResponse<T> get(FetchRequest asked, BodyReader<T> reader) {
        URI at = asked.address();
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            FetchStep<T> step = request(at, asked, reader);
            if (step.next() == null) {
                return Objects.requireNonNull(step.came());
            }
            at = step.next();
        }
        throw new Refused("fetch.refused.redirection");
    }

    private <T> FetchStep<T> request(URI at, FetchRequest asked, BodyReader<T> reader) {
        HttpGet get = new HttpGet(at);
        if (asked.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, asked.etag());
        }
        if (asked.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, asked.lastModified());
        }
        AtomicBoolean late = new AtomicBoolean();
        FetchHttpClient outside = client();
        var ringing = outside.alarm()
                .schedule(
                        () -> {
                            late.set(true);
                            get.cancel();
                        },
                        asked.longest().toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            return outside.http().execute(get, answer -> {
                try {
                    return readResponse(at, asked, answer, reader);
                } catch (IOException | RuntimeException e) {
                    // Closing the response would first read it to its end.
                    get.cancel();
                    throw e;
                }
            });
        } catch (IOException e) {
            throw late.get() ? new Refused("fetch.refused.slow", host(at)) : refused(e, at, asked);
        } finally {
            ringing.cancel(false);
        }
    }

    private <T> FetchStep<T> readResponse(URI at, FetchRequest asked, ClassicHttpResponse answer, BodyReader<T> reader)
            throws IOException {
        int status = answer.getCode();
        String etag = header(answer, HttpHeaders.ETAG);
        String modified = header(answer, HttpHeaders.LAST_MODIFIED);
        if (status == 304 && (asked.etag() != null || asked.lastModified() != null)) {
            return new FetchStep<>(null, new FetchResponse<>(null, asked.etag(), asked.lastModified()));
        }
        String location = header(answer, HttpHeaders.LOCATION);
        if (REDIRECTIONS.contains(status) && location != null) {
            return new FetchStep<>(next(at, location), null);
        }
        HttpEntity entity = answer.getEntity();
        if (status != 200 || entity == null) {
            throw new Refused(reason(status), host(at), status);
        }
        InputStream body = new BoundedStream(entity.getContent(), asked.largest());
        return new FetchStep<>(null, new FetchResponse<>(reader.read(body), etag, modified));
    }

    private static String reason(int status) {
        return switch (status) {
            case 401, 403 -> "fetch.refused.closed";
            case 404, 410 -> "fetch.refused.gone";
            default -> "fetch.refused.status";
        };
    }

    /** The target of a redirection; from https to http is refused. */
    static URI next(URI at, String location) {
        try {
            return FetchRequest.parseAddress(at.resolve(location).toString())
                    .filter(next -> isHttps(next) || !isHttps(at))
                    .orElseThrow(() -> new Refused("fetch.refused.redirection"));
        } catch (IllegalArgumentException e) {
            throw new Refused("fetch.refused.redirection");
        }
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static @Nullable String header(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null || header.getValue() == null || header.getValue().length() > 2_000
                ? null
                : header.getValue();
    }

    private static String host(URI at) {
        return String.valueOf(at.getHost());
    }

    private static Refused refused(IOException e, URI at, FetchRequest asked) {
        if (e instanceof CheckedDnsResolver.PrivateHost) {
            return new Refused("fetch.refused.inside", host(at));
        }
        if (e instanceof UnknownHostException) {
            return new Refused("fetch.refused.unknown", host(at));
        }
        if (e instanceof BoundedStream.TooLarge) {
            return new Refused("fetch.refused.large", host(at), asked.largest() / 1_000_000);
        }
        if (e instanceof SocketTimeoutException) {
            return new Refused("fetch.refused.slow", host(at));
        }
        return new Refused(
                e instanceof SSLException ? "fetch.refused.certificate" : "fetch.refused.unreachable", host(at));
    }

    /** Limits the bytes read from a stream, counted after decompression. */
    private static final class BoundedStream extends FilterInputStream {

        private long left;

        BoundedStream(InputStream source, long most) {
            super(source);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int many = super.read(into, from, most);
            count(Math.max(0, many));
            return many;
        }

        @Override
        public long skip(long many) throws IOException {
            long skipped = super.skip(many);
            count(skipped);
            return skipped;
        }

        private void count(long many) throws TooLarge {
            left -= many;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        /** The limit was exceeded. */
        static final class TooLarge extends IOException {}
    }

    /**
     * The HTTP client, without cookies, passwords, proxies or kept connections, and the timer that cancels slow requests.
     */
    private record FetchHttpClient(CloseableHttpClient http, ScheduledExecutorService alarm) implements AutoCloseable {

        private static final Timeout PATIENCE = Timeout.ofSeconds(15);
        private static final int MOST_AT_ONCE = 40;

        static FetchHttpClient create(FetchSettings settings) {
            var connections = PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new CheckedDnsResolver(settings))
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(PATIENCE)
                            .setSocketTimeout(PATIENCE)
                            .build())
                    .setMaxConnTotal(MOST_AT_ONCE)
                    .setMaxConnPerRoute(MOST_AT_ONCE)
                    .build();
            var http = HttpClients.custom()
                    .setConnectionManager(connections)
                    .setConnectionReuseStrategy((request, response, context) -> false)
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setResponseTimeout(PATIENCE)
                            .setConnectionRequestTimeout(PATIENCE)
                            .build())
                    .disableRedirectHandling()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .disableAutomaticRetries()
                    .setUserAgent("Convergence")
                    .build();
            return new FetchHttpClient(http, Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "outside-alarm");
                thread.setDaemon(true);
                return thread;
            }));
        }

        @Override
        public void close() {
            alarm.shutdownNow();
            try {
                http.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
