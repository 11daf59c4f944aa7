package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Handles a POST of the API: its work is done once, however often it is sent under one key. */
@Component
public class IdempotentPostHandler {

    private final IdempotencyService requests;

    IdempotentPostHandler(IdempotencyService requests) {
        this.requests = requests;
    }

    /** Handles a JSON request. */
    public <R extends Record> ResponseEntity<String> json(
            @Nullable String key, HttpServletRequest request, R sent, Function<R, IdempotentResponse> work) {
        return answer(key, request, body(sent), () -> work.apply(sent));
    }

    /**
     * Handles a JSON request that first fetches something from outside: no transaction is open meanwhile, and nothing
     * is fetched if a response is stored.
     */
    public <R extends Record, T> ResponseEntity<String> json(
            @Nullable String key,
            HttpServletRequest request,
            R sent,
            Function<R, T> fetch,
            Function<T, IdempotentResponse> work) {
        String body = body(sent);
        Optional<IdempotentResponse> before = requests.findResponse(IdempotentRequest.of(request, key, body));
        T fetched = before.isPresent() ? null : fetch.apply(sent);
        return answer(key, request, body, () -> fetched == null ? before.orElseThrow() : work.apply(fetched));
    }

    private static String body(Record sent) {
        return Json.of(sent).toString();
    }

    /** @param body identifies the same request, whatever its format */
    public ResponseEntity<String> answer(
            @Nullable String key, HttpServletRequest request, String body, Supplier<IdempotentResponse> work) {
        IdempotentResponse answer = requests.executeOnce(IdempotentRequest.of(request, key, body), work);
        var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        String location = answer.location();
        return (location == null ? response : response.header(HttpHeaders.LOCATION, location)).body(answer.body());
    }
}
