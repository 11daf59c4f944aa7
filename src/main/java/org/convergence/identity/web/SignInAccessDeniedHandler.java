package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.SavedFormInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Handles a refusal: a visitor is redirected to the sign-in, a signed-in user gets the reason. */
@Component
class SignInAccessDeniedHandler implements AccessDeniedHandler {

    private final HandlerExceptionResolver failures;
    private final ReturnCookie returnTo;
    private final SavedFormInterceptor kept;

    SignInAccessDeniedHandler(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures,
            ReturnCookie returnTo,
            SavedFormInterceptor kept) {
        this.failures = failures;
        this.returnTo = returnTo;
        this.kept = kept;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        boolean known = CurrentActor.get().isKnown();
        if (!known && ActorAuthenticationFilter.isApi(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            failures.resolveException(request, response, null, new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        } else if (known || refusal instanceof CsrfException) {
            failures.resolveException(request, response, null, refusal);
        } else {
            if (HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null) {
                returnTo.remember(request, response);
            }
            kept.save(request, response).ifPresent(page -> returnTo.remember(page, response));
            if (request.getHeader("HX-Request") == null) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", "/sign-in");
            } else {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.setHeader("HX-Redirect", "/sign-in");
            }
        }
    }
}
