package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that is kept as a file rather than shown. */
public final class Attachment {

    private Attachment() {}

    /**
     * Says so, before the file is written into the answer.
     *
     * @param name under which it is kept, with its ending
     */
    public static void begin(HttpServletResponse response, String name, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
