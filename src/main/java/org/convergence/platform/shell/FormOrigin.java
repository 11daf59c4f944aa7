package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The hidden fields that tell where a form comes from, besides the version. */
public final class FormOrigin {

    /** The field with the account's id, so that the form is shown again to this account only. */
    public static final String ACCOUNT = "_for";

    /** The field with the address of the page that shows the form. */
    public static final String PAGE = "_page";

    private static final String WITHOUT_COOKIES = FormOrigin.class.getName() + ".withoutCookies";

    private FormOrigin() {}

    /** Answers this request without cookies, so without a CSRF token: for pages in a frame of another site. */
    public static void disableCookies(HttpServletRequest request) {
        request.setAttribute(WITHOUT_COOKIES, true);
    }

    /** The CSRF token of forms; {@code null} outside a request guarded by the security chain, and without cookies. */
    public static @Nullable CsrfToken token() {
        HttpServletRequest request = request();
        return request != null
                        && request.getAttribute(WITHOUT_COOKIES) == null
                        && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken known
                ? known
                : null;
    }

    /** A token of this one form, by which a repeated submission is detected. */
    public static String once() {
        return Ids.next().toString();
    }

    /** The account's id; {@code null} for a visitor. */
    public static @Nullable String account() {
        return CurrentActor.get().isKnown() ? CurrentActor.get().id().toString() : null;
    }

    /** The address of the present page, or the page of a refused form. */
    public static @Nullable String page() {
        HttpServletRequest request = request();
        if (request == null) {
            return null;
        }
        if (!request.getMethod().equals("GET")) {
            String before = request.getParameter(PAGE);
            return before != null && SeeOther.isLocal(before) ? before : request.getRequestURI();
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The form saved for this page when a session ended, if there is one. */
    static @Nullable SavedForm savedForm() {
        HttpServletRequest request = request();
        return request != null && request.getAttribute(SavedForm.class.getName()) instanceof SavedForm kept
                ? kept
                : null;
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes running
                ? running.getRequest()
                : null;
    }
}
