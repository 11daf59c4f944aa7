package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Redirects the browser (303), or htmx by its header, with a notice for the next page. */
record NoticeRedirectView(String url, @Nullable Notice notice) implements View {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        if (notice != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    NoticeCookie.of(notice, SecureConnection.isSecure(request)).toString());
        }
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setHeader("HX-Redirect", url);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, url);
        }
    }
}
