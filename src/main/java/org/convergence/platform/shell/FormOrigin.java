package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a form comes from: what its hidden fields say, besides the version. */
public final class FormOrigin {

    /** The field that says whose form it is, so that it is shown again to nobody else. */
    public static final String ACCOUNT = "_for";

    /** The field with the address of the page that shows the form. */
    public static final String PAGE = "_page";

    private FormOrigin() {}

    /** The token by which a form of ours is known; {@code null} outside a request that the security chain guards. */
    public static @Nullable CsrfToken token() {
        HttpServletRequest request = request();
        return request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken known
                ? known
                : null;
    }

    /** A token of this one form, by which a second press of its button is known. */
    public static String once() {
        return Ids.next().toString();
    }

    /** The account's id; {@code null} for a visitor. */
    public static @Nullable String account() {
        return CurrentActor.get().isKnown() ? CurrentActor.get().id().toString() : null;
    }

    /** The address of the page: the present one, or the one that a refused form came from. */
    public static @Nullable String page() {
        HttpServletRequest request = request();
        if (request == null) {
            return null;
        }
        if (!request.getMethod().equals("GET")) {
            String before = request.getParameter(PAGE);
            return before != null && Go.isOurs(before) ? before : request.getRequestURI();
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The form that was kept for this page when a session ended, if there is one. */
    static @Nullable KeptForm kept() {
        HttpServletRequest request = request();
        return request != null && request.getAttribute(KeptForm.class.getName()) instanceof KeptForm kept ? kept : null;
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes running
                ? running.getRequest()
                : null;
    }
}
