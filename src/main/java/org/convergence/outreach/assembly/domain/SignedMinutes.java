package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.platform.document.DocumentKeeping;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Slug;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Stores the signed file of minutes, in the organisation's language. */
@Component
class SignedMinutes {

    private final MinutesPapers papers;
    private final BodyStore bodies;
    private final Documents documents;
    private final DocumentKeeping keeping;
    private final Speaking speaking;

    SignedMinutes(
            MinutesPapers papers, BodyStore bodies, Documents documents, DocumentKeeping keeping, Speaking speaking) {
        this.papers = papers;
        this.bodies = bodies;
        this.documents = documents;
        this.keeping = keeping;
        this.speaking = speaking;
    }

    /** Stores the file, and returns the id of its document. */
    UUID keep(Meeting meeting) {
        var t = speaking.toAll();
        String code = bodies.findById(meeting.body()).map(Body::code).orElse("");
        String name = Slug.of(t.say("assembly.paper.minutes") + " " + code + " " + meeting.day()) + ".pdf";
        var bytes = new ByteArrayResource(papers.asSigned(meeting, t));
        try (PreparedDocument file = documents.prepare(Upload.of(name, bytes))) {
            return keeping.keep(file, PaperGuard.owner(meeting.id())).value();
        }
    }
}
