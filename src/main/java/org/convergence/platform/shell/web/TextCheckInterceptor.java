package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.convergence.platform.shell.CurrentTextChecks;
import org.convergence.platform.shell.TextCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Has the texts checked that a request sends to be stored; a search is not. */
final class TextCheckInterceptor implements HandlerInterceptor {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final List<TextCheck> checks;

    TextCheckInterceptor(List<TextCheck> checks) {
        this.checks = checks;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READS.contains(request.getMethod())) {
            CurrentTextChecks.set(checks);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        CurrentTextChecks.clear();
    }
}
