package org.convergence.resources.relay.web;

import java.util.UUID;
import org.convergence.platform.shell.Address;
import org.convergence.resources.relay.domain.Span;

/** The addresses of this module. */
final class Urls {

    static final String HOME = "/resources/relay";

    private Urls() {}

    static Address home(Span span) {
        return of(HOME, span);
    }

    /** The preview of a member's leaflet. */
    static Address preview(UUID organisation, Span span) {
        return of(HOME + "/of/" + organisation, span);
    }

    static Address of(String path, Span span) {
        return Address.of(path)
                .with("from", span.from().toString())
                .with("to", span.to().toString());
    }
}
