package org.convergence.directory.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;

/** Sends a pack as a file. */
final class HandoverPackSender {

    private HandoverPackSender() {}

    static PaperFormat format(String word) {
        return PaperFormat.findPaperFormat(word).orElseThrow(() -> new NotFound("format"));
    }

    static void send(Paper paper, PaperFormat rendering, Words t, HttpServletResponse response) throws IOException {
        FileDownload.setHeaders(response, Slug.of(paper.title()) + "." + rendering.extension(), rendering.mediaType());
        rendering.write(paper, t, RenderingOptions.letterPaper(""), response.getOutputStream());
    }
}
