package org.convergence.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.convergence.platform.database.Json;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/** In any test, a request to the API that succeeds with a status that its description does not name fails. */
@Component
class DescribedStatusFilter extends OncePerRequestFilter {

    private static final Path DESCRIPTION = Path.of("docs/generated/openapi.json");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String method = request.getMethod().toLowerCase(Locale.ROOT);
        if (pattern == null || response.getStatus() >= 300) {
            return;
        }
        JsonNode operation =
                Description.PATHS.path(String.valueOf(pattern)).path(method).path("responses");
        if (!operation.isEmpty() && !operation.has(String.valueOf(response.getStatus()))) {
            throw new IllegalStateException(
                    "%s %s answers %d, and is described otherwise".formatted(method, pattern, response.getStatus()));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    private static final class Description {

        static final JsonNode PATHS = read();

        private static JsonNode read() {
            try {
                return Json.parse(Files.readString(DESCRIPTION)).node().path("paths");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
