package org.convergence.platform.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Sends a document so that a browser can only show a picture or save a file: with its detected media type, sniffing
 * forbidden, in a sandbox without scripts.
 */
final class DocumentSender {

    private static final String SANDBOX = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'";

    private DocumentSender() {}

    static void send(Document document, DocumentContent content, HttpServletResponse response) throws IOException {
        ContentDisposition.Builder how =
                document.type().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                how.filename(document.name(), StandardCharsets.UTF_8).build().toString());
        send(document.type().mediaType(), content, response);
    }

    static void sendThumbnail(DocumentContent content, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().build().toString());
        send("image/jpeg", content, response);
    }

    private static void send(String mediaType, DocumentContent content, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setContentLengthLong(content.length());
        try {
            content.transferTo(response.getOutputStream());
        } catch (IOException e) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
        }
    }
}
