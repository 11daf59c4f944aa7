package org.convergence.platform.access;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A limit refuses an attempt (429, or 503 if too many requests run). Carries the message key and the minutes to wait.
 */
public class TooManyAttempts extends ResponseStatusException {

    private final String messageKey;
    private final Duration wait;

    public TooManyAttempts(String messageKey, Duration wait) {
        this(HttpStatus.TOO_MANY_REQUESTS, messageKey, wait);
    }

    public TooManyAttempts(HttpStatus status, String messageKey, Duration wait) {
        super(status, messageKey);
        this.messageKey = messageKey;
        this.wait = wait;
    }

    /** The key in {@code messages/}; its first argument is {@link #minutes}. */
    public String messageKey() {
        return messageKey;
    }

    /** Whole minutes until an attempt is possible, at least one. */
    public long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        return headers;
    }
}
