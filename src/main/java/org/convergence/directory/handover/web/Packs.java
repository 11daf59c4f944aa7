package org.convergence.directory.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends a pack as a file. */
final class Packs {

    private Packs() {}

    static Rendering format(String word) {
        return List.of(Rendering.PDF, Rendering.WORD).stream()
                .filter(each -> each.extension().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("format"));
    }

    static void send(Paper paper, Rendering rendering, Words t, HttpServletResponse response) throws IOException {
        response.setContentType(rendering.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(Slug.of(paper.title()) + "." + rendering.extension(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        rendering.write(paper, t, Edition.at(""), response.getOutputStream());
    }
}
