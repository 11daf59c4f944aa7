package org.convergence.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.convergence.platform.shell.SecureConnection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that ties a passkey challenge to the browser that requested it. */
final class PasskeyTicketCookie {

    private PasskeyTicketCookie() {}

    static void write(HttpServletRequest request, HttpServletResponse response, String ticket) {
        cookie(request, response, ticket, Duration.ofMinutes(6));
    }

    /** The ticket, once; empty if there is none. */
    static String take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, name(request));
        cookie(request, response, "", Duration.ZERO);
        return cookie == null ? "" : cookie.getValue();
    }

    private static void cookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(SecureConnection.isSecure(request))
                        .sameSite("Strict")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    private static String name(HttpServletRequest request) {
        return SecureConnection.isSecure(request) ? "__Host-passkey" : "passkey";
    }
}
