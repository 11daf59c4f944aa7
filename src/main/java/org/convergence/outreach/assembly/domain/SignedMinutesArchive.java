package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Slug;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Stores the signed file of minutes, in the organisation's language. */
@Component
record SignedMinutesArchive(
        MinutesFileService papers,
        BodyRepository bodies,
        DocumentService documents,
        DocumentStorage documentStorage,
        RecipientWords recipientWords) {

    /** Stores the file, and returns the id of its document. */
    UUID store(Meeting meeting) {
        var t = recipientWords.forOrganisation();
        String code = bodies.findById(meeting.body()).map(Body::code).orElse("");
        String name = Slug.of(t.say("assembly.paper.minutes") + " " + code + " " + meeting.day()) + ".pdf";
        var bytes = new ByteArrayResource(papers.renderSigned(meeting, t));
        try (PreparedDocument file = documents.prepare(Upload.of(name, bytes))) {
            return documentStorage
                    .store(file, MeetingDocumentGuard.owner(meeting.id()))
                    .value();
        }
    }
}
