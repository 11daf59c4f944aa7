package org.convergence.platform.publicform;

import org.springframework.http.HttpStatus;

/** Why a form is not taken as it comes. It is shown again with everything in it; sent once more, it mostly is taken. */
enum Objection {
    /** More came than people send, from one network or by one link. */
    OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    /** The field that nobody sees was filled in. */
    TRAP(HttpStatus.UNPROCESSABLE_CONTENT),
    /** It came back faster than one reads. */
    FAST(HttpStatus.UNPROCESSABLE_CONTENT),
    /** It was open for too long, or its time was not signed here. */
    STALE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    Objection(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return "public.form." + name();
    }
}
