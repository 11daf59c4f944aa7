package org.convergence.testing;

import java.util.List;
import java.util.Objects;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The application's own protection against forged forms. The request post-processor {@code csrf()} of Spring Security's
 * test support replaces it in the running application by tokens in HTTP sessions, and a browser then loses its token.
 */
@Component
class CsrfCookies {

    private static final String FIELD = "tokenRepository";

    private final List<CsrfFilter> filters;
    private final CsrfTokenRepository own;

    CsrfCookies(List<SecurityFilterChain> chains) {
        filters = chains.stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance)
                .map(CsrfFilter.class::cast)
                .toList();
        own = (CsrfTokenRepository) Objects.requireNonNull(ReflectionTestUtils.getField(filters.get(0), FIELD));
    }

    /** Puts it back, for a browser. */
    void restore() {
        filters.forEach(filter -> ReflectionTestUtils.setField(filter, FIELD, own));
    }
}
