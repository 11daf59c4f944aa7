package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A POST of the API with its {@code Idempotency-Key}: its work is done once, however often it is sent under one key. A
 * controller takes it as a parameter; one that creates a record takes an {@link IdempotentCreation}.
 */
public sealed class IdempotentPost permits IdempotentCreation {

    static final String KEY = "Idempotency-Key";

    private final HttpServletRequest request;
    private final IdempotencyService requests;
    private final Duration period;

    IdempotentPost(HttpServletRequest request, IdempotencyService requests) {
        this(request, requests, Duration.ZERO);
    }

    /** @param period for which the same content without a key counts as the same request */
    IdempotentPost(HttpServletRequest request, IdempotencyService requests, Duration period) {
        this.request = request;
        this.requests = requests;
        this.period = period;
    }

    /** Handles a JSON request. */
    public <R extends Record> ResponseEntity<String> json(R sent, Function<R, IdempotentResponse> work) {
        return answer(body(sent), () -> work.apply(sent));
    }

    /**
     * Handles a JSON request that first fetches something from outside: no transaction is open meanwhile, and nothing
     * is fetched if a response is stored.
     */
    public <R extends Record, T> ResponseEntity<String> json(
            R sent, Function<R, T> fetch, Function<T, IdempotentResponse> work) {
        String body = body(sent);
        Optional<IdempotentResponse> before = requests.findResponse(keyed(body));
        T fetched = before.isPresent() ? null : fetch.apply(sent);
        return answer(body, () -> fetched == null ? before.orElseThrow() : work.apply(fetched));
    }

    private static String body(Record sent) {
        return Json.of(sent).toString();
    }

    private IdempotentRequest keyed(String body) {
        return IdempotentRequest.of(request, key(), body);
    }

    private @Nullable String key() {
        return request.getHeader(KEY);
    }

    /** @param body identifies the same request, whatever its format */
    public ResponseEntity<String> answer(String body, Supplier<IdempotentResponse> work) {
        IdempotentResponse answer = requests.executeOnce(keyed(body), period, work);
        var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        String location = answer.location();
        return (location == null ? response : response.header(HttpHeaders.LOCATION, location)).body(answer.body());
    }

    /**
     * A request that may be repeated.
     *
     * @param credential the sender's credential, so that each token has its own keys; only its hash is stored
     * @param route the method and address of the request: the same key can be used once on each route
     * @param key the {@code Idempotency-Key} header; {@code null} where the sender gave none, so that only an identical
     *     request at the same moment, or within a period, is recognised
     * @param body a text that identifies the content; a repeated key with another body is refused
     */
    public record IdempotentRequest(
            @Nullable String credential,
            String route,
            @Nullable String key,
            String body) {

        /** A request of the API. */
        public static IdempotentRequest of(HttpServletRequest request, @Nullable String key, String body) {
            String route = request.getMethod() + " " + request.getRequestURI();
            return new IdempotentRequest(request.getHeader("Authorization"), route, key, body);
        }
    }
}
