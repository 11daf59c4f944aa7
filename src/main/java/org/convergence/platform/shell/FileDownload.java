package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A response that browsers save as a file rather than show. */
public final class FileDownload {

    private FileDownload() {}

    /**
     * Sets the headers, before the file is written.
     *
     * @param name of the file, with its extension
     */
    public static void setHeaders(HttpServletResponse response, String name, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
