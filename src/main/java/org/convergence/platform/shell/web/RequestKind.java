package org.convergence.platform.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/** The kind of a request: page or fragment, browser or API. */
final class RequestKind {

    private RequestKind() {}

    /** Whether htmx requests a fragment, rather than the whole page. */
    static boolean wantsFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    /** Whether the path belongs to the API. */
    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** Whether the answer is read by a program: below /api, or to a script or program that sends JSON elsewhere. */
    static boolean isByProgram(HttpServletRequest request) {
        String type = request.getContentType();
        return isApi(path(request)) || (type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE));
    }

    /** The requested path, also after the server has forwarded the request to the error page. */
    static String path(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return first == null ? request.getRequestURI() : first.toString();
    }
}
