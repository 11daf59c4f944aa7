package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.text.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Submits a page's form once if its button is pressed twice: each form carries a token of its own, and the same token
 * with the same content within half a minute redirects to the first result. A form that was refused, or that reloads a
 * part of the page, may be sent again.
 */
@Component
record DuplicateSubmitInterceptor(JdbcClient db, Clock clock) implements HandlerInterceptor, WebMvcConfigurer {

    private static final String FIELD = "_once";
    private static final String PRESS = DuplicateSubmitInterceptor.class.getName();
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");
    private static final Duration SHORT_TIME = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 50;
    private static final int MOST_PAUSES = 300;

    /**
     * A submission of a form.
     *
     * @param sender the account and the address
     * @param content the typed values
     */
    private record FormSubmission(String sender, String content, String token) {

        byte[] senderHash() {
            return Sha256.of(sender);
        }

        byte[] contentHash() {
            return Sha256.of(content);
        }

        String key() {
            return "form:" + token + ":" + HexFormat.of().formatHex(contentHash());
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/static/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String token = request.getMethod().equals("POST") ? request.getParameter(FIELD) : null;
        if (token == null || !TOKEN.matcher(token).matches()) {
            return true;
        }
        FormSubmission press =
                new FormSubmission(CurrentActor.get().id() + "\n" + request.getRequestURI(), content(request), token);
        for (int pause = 0; pause < MOST_PAUSES; pause++) {
            if (reserve(press)) {
                request.setAttribute(PRESS, press);
                return true;
            }
            Optional<String> location = location(press);
            if (location.isPresent()) {
                redirect(location.get(), request, response);
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (request.getAttribute(PRESS) instanceof FormSubmission press) {
            String location = response.getHeader(HttpHeaders.LOCATION);
            keep(press, location == null ? response.getHeader("HX-Redirect") : location);
        }
    }

    private static void redirect(String location, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, location);
        } else {
            response.setHeader("HX-Redirect", location);
        }
    }

    /** Whether this submission is the first. */
    private boolean reserve(FormSubmission press) {
        OffsetDateTime now = SqlTime.now(clock);
        return db.sql("""
                        INSERT INTO platform.idempotency_answer AS kept (sender, key, request, answered_at)
                        VALUES (:sender, :key, :request, :now)
                        ON CONFLICT (sender, key) DO UPDATE
                           SET answered_at = excluded.answered_at, status = NULL, location = NULL
                         WHERE kept.answered_at < :tooOld
                        """)
                        .param("sender", press.senderHash())
                        .param("key", press.key())
                        .param("request", press.contentHash())
                        .param("now", now)
                        .param("tooOld", now.minus(SHORT_TIME))
                        .update()
                == 1;
    }

    /** The redirection of the first submission; empty until it has ended. */
    private Optional<String> location(FormSubmission press) {
        return db.sql("""
                        SELECT location FROM platform.idempotency_answer
                        WHERE sender = ? AND key = ? AND location IS NOT NULL
                        """)
                .params(press.senderHash(), press.key())
                .query(String.class)
                .optional();
    }

    private void keep(FormSubmission press, @Nullable String location) {
        if (location == null) {
            db.sql("DELETE FROM platform.idempotency_answer WHERE sender = ? AND key = ?")
                    .params(press.senderHash(), press.key())
                    .update();
        } else {
            db.sql("UPDATE platform.idempotency_answer SET status = ?, location = ? WHERE sender = ? AND key = ?")
                    .params(HttpStatus.SEE_OTHER.value(), location, press.senderHash(), press.key())
                    .update();
        }
    }

    private static String content(HttpServletRequest request) {
        StringBuilder content = new StringBuilder();
        // The shell's own fields, such as the CSRF token, differ between submissions.
        new TreeMap<>(request.getParameterMap()).forEach((field, values) -> {
            if (!field.startsWith("_")) {
                content.append(field)
                        .append('=')
                        .append(Arrays.toString(values))
                        .append('\n');
            }
        });
        MultipartHttpServletRequest files = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (files != null) {
            files.getMultiFileMap()
                    .values()
                    .forEach(each -> each.forEach(file -> content.append(file.getOriginalFilename())
                            .append('=')
                            .append(file.getSize())
                            .append('\n')));
        }
        return content.toString();
    }
}
