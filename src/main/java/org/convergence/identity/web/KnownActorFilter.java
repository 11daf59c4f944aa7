package org.convergence.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.convergence.identity.domain.ApiTokens;
import org.convergence.identity.domain.BootstrapToken;
import org.convergence.identity.domain.Sessions;
import org.convergence.identity.domain.SignedIn;
import org.convergence.platform.access.ActorAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Identifies the actor of a request: by the session's cookie on pages, by a token in the API. It refuses nothing. */
class KnownActorFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final BootstrapToken bootstrap;

    KnownActorFilter(SessionCookie cookie, Sessions sessions, ApiTokens tokens, BootstrapToken bootstrap) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.tokens = tokens;
        this.bootstrap = bootstrap;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        find(request).ifPresent(known -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ActorAuthentication(known.actor()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
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
