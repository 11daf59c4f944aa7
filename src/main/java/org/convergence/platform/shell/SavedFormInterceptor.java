package org.convergence.platform.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.domain.SavedFormRepository;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Saves a form submitted after its session ended for 30 minutes, and shows it again on its own page once its author has
 * signed in to the same account. It is never executed by itself.
 */
@Component
public class SavedFormInterceptor implements HandlerInterceptor {

    private static final int LIMIT = 400_000;

    private final SavedFormRepository shelf;
    private final SecureRandom random = new SecureRandom();

    SavedFormInterceptor(SavedFormRepository shelf) {
        this.shelf = shelf;
    }

    /**
     * Saves the form of a refused request, if it names its account. Called for a form with a valid token whose sender
     * is no longer signed in.
     *
     * @return the page to return to after signing in; empty if there was nothing to save
     */
    public Optional<String> save(HttpServletRequest request, HttpServletResponse response) {
        String account = request.getParameter(FormOrigin.ACCOUNT);
        String page = request.getParameter(FormOrigin.PAGE);
        if (!request.getMethod().equals("POST") || account == null || page == null || !SeeOther.isLocal(page)) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!Form.isHidden(name)) {
                fields.put(name, List.of(values));
            }
        });
        if (fields.toString().length() > LIMIT) {
            return Optional.empty();
        }
        try {
            String ticket = ticket();
            shelf.save(
                    ticket,
                    new SavedForm(
                            TextParser.id(account).orElseThrow(IllegalArgumentException::new),
                            request.getRequestURI(),
                            page,
                            fields));
            cookie(request, response, ticket, Duration.ofMinutes(30));
            return Optional.of(page);
        } catch (IllegalArgumentException notAnAccount) {
            return Optional.empty();
        }
    }

    /** Provides a saved form to the page that shows it, and deletes it once it has been submitted again. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Cookie cookie = WebUtils.getCookie(request, name(request));
        Actor actor = CurrentActor.get();
        if (cookie == null || cookie.getValue().isEmpty() || !actor.isKnown()) {
            return true;
        }
        @Nullable SavedForm form = shelf.find(cookie.getValue(), actor.id()).orElse(null);
        if (form != null && request.getMethod().equals("GET") && isPage(form, request)) {
            request.setAttribute(SavedForm.class.getName(), form);
        } else if (form != null && request.getMethod().equals("POST") && isAction(form, request)) {
            shelf.delete(cookie.getValue());
            cookie(request, response, "", Duration.ZERO);
        }
        return true;
    }

    private static boolean isPage(SavedForm form, HttpServletRequest request) {
        int query = form.page().indexOf('?');
        String path = query < 0 ? form.page() : form.page().substring(0, query);
        return path.equals(request.getRequestURI());
    }

    private static boolean isAction(SavedForm form, HttpServletRequest request) {
        return form.action().equals(request.getRequestURI());
    }

    private static String name(HttpServletRequest request) {
        return SecureConnection.isSecure(request) ? "__Host-kept" : "kept";
    }

    private String ticket() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void cookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(SecureConnection.isSecure(request))
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
