package org.convergence.platform.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentPermissions;
import org.convergence.platform.document.DocumentService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Documents for links of pages. */
@Controller
@RequestMapping("/platform/document")
@Requires(DocumentPermissions.READ)
record DocumentController(DocumentService documents) {

    /** A picture is shown, any other file downloaded. */
    @GetMapping("/{document}")
    void open(@PathVariable UUID document, HttpServletResponse response) throws IOException {
        DocumentId id = new DocumentId(document);
        DocumentSender.send(documents.findById(id), documents.content(id), response);
    }

    @GetMapping("/{document}/thumbnail")
    void thumbnail(@PathVariable UUID document, HttpServletResponse response) throws IOException {
        DocumentSender.sendThumbnail(documents.thumbnail(new DocumentId(document)), response);
    }
}
