package org.convergence.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Remembers the requested page during sign-in. */
@Component
class ReturnCookie {

    private final boolean secure;
    private final String name;

    ReturnCookie(@Value("${convergence.base-url}") String baseUrl) {
        this.secure = baseUrl.startsWith("https:");
        this.name = secure ? "__Host-return" : "return";
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        remember(request.getRequestURI() + (query == null ? "" : "?" + query), response);
    }

    void remember(String url, HttpServletResponse response) {
        if (url.length() < 1_000) {
            write(response, URLEncoder.encode(url, StandardCharsets.UTF_8), Duration.ofHours(1));
        }
    }

    /** The requested page, once; the home page if there is none, or if it is not one of ours. */
    String take(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    write(response, "", Duration.ZERO);
                    return ownUrl(cookie.getValue());
                }
            }
        }
        return "/";
    }

    private static String ownUrl(String value) {
        try {
            String url = URLDecoder.decode(value, StandardCharsets.UTF_8);
            boolean inside = url.startsWith("/") && !url.startsWith("//") && !url.startsWith("/sign-");
            return inside && url.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\') ? url : "/";
        } catch (IllegalArgumentException notOurs) {
            return "/";
        }
    }

    private void write(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
