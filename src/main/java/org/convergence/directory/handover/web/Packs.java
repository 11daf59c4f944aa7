package org.convergence.directory.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.shell.Attachment;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;

/** Sends a pack as a file. */
final class Packs {

    private Packs() {}

    static Rendering format(String word) {
        return Rendering.ofPaper(word).orElseThrow(() -> new NotFound("format"));
    }

    static void send(Paper paper, Rendering rendering, Words t, HttpServletResponse response) throws IOException {
        Attachment.begin(response, Slug.of(paper.title()) + "." + rendering.extension(), rendering.mediaType());
        rendering.write(paper, t, Edition.at(""), response.getOutputStream());
    }
}
