package org.convergence.platform.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What is asked for, and in which form. */
final class Asked {

    private Asked() {}

    /** Whether a part is wanted, rather than the whole page. */
    static boolean wantsPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    /** Whether a program asks. */
    static boolean isProgram(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The address that was asked for, also where the server has passed the request on to the error page. */
    static String path(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return first == null ? request.getRequestURI() : first.toString();
    }
}
