package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers a program that posts something: what it asks is done once, however often it is sent under one key. */
@Component
public class PostedOnce {

    private final RepeatedRequests requests;

    PostedOnce(RepeatedRequests requests) {
        this.requests = requests;
    }

    /** What came as JSON. */
    public ResponseEntity<String> json(@Nullable String key, HttpServletRequest request, Function<String, Answer> work)
            throws IOException {
        String body = JsonForm.text(request.getInputStream());
        return answer(key, request, body, () -> work.apply(body));
    }

    /**
     * What came as JSON and asks for something from elsewhere first: no transaction is open while that is fetched, and
     * nothing is fetched for what was answered before.
     */
    public <T> ResponseEntity<String> json(
            @Nullable String key, HttpServletRequest request, Function<String, T> fetch, Function<T, Answer> work)
            throws IOException {
        String body = JsonForm.text(request.getInputStream());
        Optional<Answer> before = requests.before(Repeatable.of(request, key, body));
        T fetched = before.isPresent() ? null : fetch.apply(body);
        return answer(key, request, body, () -> fetched == null ? before.orElseThrow() : work.apply(fetched));
    }

    /** @param body by which the same request is known, whatever form it came in */
    public ResponseEntity<String> answer(
            @Nullable String key, HttpServletRequest request, String body, Supplier<Answer> work) {
        Answer answer = requests.once(Repeatable.of(request, key, body), work);
        var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        String location = answer.location();
        return (location == null ? response : response.header(HttpHeaders.LOCATION, location)).body(answer.body());
    }
}
