package org.convergence.platform.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The token of the running request by which a form of ours is known, for the {@code form} component and htmx. */
public final class Csrf {

    private Csrf() {}

    /** The token; {@code null} outside a request that the security chain guards. */
    public static @Nullable CsrfToken token() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object token = request == null
                ? null
                : request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST);
        return token instanceof CsrfToken known ? known : null;
    }
}
