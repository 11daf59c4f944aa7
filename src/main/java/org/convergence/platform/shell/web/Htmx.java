package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;

/** What htmx says about a request. */
final class Htmx {

    private Htmx() {}

    /** Whether a part is wanted, rather than the whole page. */
    static boolean wantsPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }
}
