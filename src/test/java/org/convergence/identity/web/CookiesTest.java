package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.convergence.platform.shell.SecureConnection;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Over https, no other host of the same domain can set our cookies. */
class CookiesTest {

    private static final String HTTPS = "https://convergence.exemple.org";

    @Test
    void cookiesBelongToThisHostOnly() {
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("GET", "/plan");
        request.setAttribute(SecureConnection.ATTRIBUTE, true);
        new SessionCookie(HTTPS).write(response, "secret");
        new ReturnCookie(HTTPS).remember(request, response);
        PasskeyTicketCookie.write(request, response, "ticket");
        assertThat(response.getHeaders("Set-Cookie"))
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=")
                        .doesNotContain("Domain="));
    }

    @Test
    void ignoresCookieOfOtherName() {
        var request = new MockHttpServletRequest("GET", "/plan");
        request.setCookies(new Cookie("session", "planted"), new Cookie("return", "%2Fplanted"));
        assertThat(new SessionCookie(HTTPS).read(request)).isEmpty();
        assertThat(new ReturnCookie(HTTPS).take(request, new MockHttpServletResponse()))
                .isEqualTo("/");
    }
}
