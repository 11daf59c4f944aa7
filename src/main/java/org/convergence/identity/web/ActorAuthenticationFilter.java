package org.convergence.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.convergence.identity.domain.ApiTokenService;
import org.convergence.identity.domain.BootstrapToken;
import org.convergence.identity.domain.SessionService;
import org.convergence.identity.domain.SessionService.SignedInActor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.platform.access.TooManyAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Authenticates the actor of a request: by the session cookie on pages, by a bearer token in the API. Requests without
 * an actor pass, since routes decide on permissions; only a network that sends many wrong tokens is refused. A valid
 * token is never counted.
 */
class ActorAuthenticationFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final SessionCookie cookie;
    private final SessionService sessions;
    private final ApiTokenService tokens;
    private final BootstrapToken bootstrap;
    private final SecretAttemptLimiter attempts;
    private final HandlerExceptionResolver failures;

    ActorAuthenticationFilter(
            SessionCookie cookie,
            SessionService sessions,
            ApiTokenService tokens,
            BootstrapToken bootstrap,
            SecretAttemptLimiter attempts,
            HandlerExceptionResolver failures) {
        this.attempts = attempts;
        this.failures = failures;
        this.cookie = cookie;
        this.sessions = sessions;
        this.tokens = tokens;
        this.bootstrap = bootstrap;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedInActor> found = find(request);
        if (found.isEmpty() && isApi(request) && bearer(request) != null) {
            try {
                attempts.countWrongToken(request.getRemoteAddr());
            } catch (TooManyAttempts refused) {
                failures.resolveException(request, response, null, refused);
                return;
            }
        }
        found.ifPresent(known -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ActorAuthentication(known.actor()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<SignedInActor> find(HttpServletRequest request) {
        String token = bearer(request);
        if (token != null) {
            return isApi(request) ? bootstrap.find(token).or(() -> tokens.find(token)) : Optional.empty();
        }
        return cookie.read(request).flatMap(sessions::find);
    }

    /** The API token of a request, {@code null} if there is none. */
    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** Static resources are the same for everyone, so no actor is needed. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/webjars/")
                || path.equals("/health");
    }
}
