package org.convergence.resources.relay.web;

import java.util.UUID;
import org.convergence.platform.shell.PageAddress;
import org.convergence.resources.relay.domain.LeafletPeriod;

/** The addresses of this module. */
final class ImpactUrls {

    static final String HOME = "/resources/relay";

    private ImpactUrls() {}

    static PageAddress home(LeafletPeriod span) {
        return of(HOME, span);
    }

    /** The preview of a member's leaflet. */
    static PageAddress preview(UUID organisation, LeafletPeriod span) {
        return of(HOME + "/of/" + organisation, span);
    }

    static PageAddress of(String path, LeafletPeriod span) {
        return PageAddress.of(path)
                .with("from", span.from().toString())
                .with("to", span.to().toString());
    }
}
