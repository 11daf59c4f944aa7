package org.convergence.platform.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.platform.shell.SecureConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The security headers of every response: no foreign content, no inline scripts or styles, no caching. Runs before the
 * security chain, so that refusals carry them too. A handler whose response may be cached overrides the header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; manifest-src 'self'";
    private static final String FEATURES = "accelerometer=(), autoplay=(), browsing-topics=(), display-capture=(), "
            + "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private final boolean secure;

    SecurityHeadersFilter(@Value("${convergence.base-url:http://localhost}") String baseUrl) {
        this.secure = baseUrl.startsWith("https:");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", FEATURES);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (secure) {
            request.setAttribute(SecureConnection.ATTRIBUTE, true);
        }
        if (SecureConnection.isSecure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        chain.doFilter(request, response);
    }
}
