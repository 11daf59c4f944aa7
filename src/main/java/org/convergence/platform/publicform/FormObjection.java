package org.convergence.platform.publicform;

import org.springframework.http.HttpStatus;

/**
 * Why a form is not accepted as it comes. It is shown again with its content; sent once more, it is mostly accepted.
 */
enum FormObjection {
    /** Too many forms came from one network or by one link. */
    OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    /** The hidden field was filled in. */
    TRAP(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The form came back too fast for a human reader. */
    FAST(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The form was open for too long, or its time was not signed here. */
    STALE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    FormObjection(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return "public.form." + name();
    }
}
