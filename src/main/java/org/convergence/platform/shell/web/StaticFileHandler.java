package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/** Serves static files: cached for good if the address has the present hash, else not. */
record StaticFileHandler(StaticFiles assets) implements HttpRequestHandler {

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.equals("/favicon.ico")) {
            path = "/static/now/img/mark.svg";
        }
        boolean present = path.startsWith(assets.base());
        int from = path.indexOf('/', "/static/".length());
        StaticFiles.StaticFile asset = from < 0 ? null : assets.find(path.substring(from + 1));
        if (asset == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write("404".getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setContentType(asset.type);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CACHE_CONTROL, present ? "public, max-age=31536000, immutable" : "no-cache");
        byte[] compressed = asset.compressed;
        byte[] body = asset.plain;
        if (compressed != null && accepts(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = compressed;
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip");
    }
}
