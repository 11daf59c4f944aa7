package org.convergence.platform.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that carries a notice across a redirect. Over https no other host of the domain can set it. */
final class NoticeCookie {

    private NoticeCookie() {}

    static ResponseCookie of(Notice notice, boolean secure) {
        return cookie(notice.toCookie(), secure, Duration.ofMinutes(1));
    }

    /** Takes the notice from the request and deletes its cookie, so that it is shown once. */
    static Optional<Notice> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, name(SecureConnection.isSecure(request)));
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Optional.empty();
        }
        ResponseCookie gone = cookie("", SecureConnection.isSecure(request), Duration.ZERO);
        response.addHeader(HttpHeaders.SET_COOKIE, gone.toString());
        return Notice.fromCookie(cookie.getValue());
    }

    private static ResponseCookie cookie(String value, boolean secure, Duration age) {
        return ResponseCookie.from(name(secure), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }

    private static String name(boolean secure) {
        return secure ? "__Host-notice" : "notice";
    }
}
