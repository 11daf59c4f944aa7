package org.convergence.example;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.convergence.example.ExampleFile.ExampleLine;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.AttachmentMetadata;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pictures of the example, whose subjects agreed to publication. */
@Component
class ExamplePictures {

    private final DocumentService documents;
    private final RealisationAttachmentService attachments;

    ExamplePictures(DocumentService documents, RealisationAttachmentService attachments) {
        this.documents = documents;
        this.attachments = attachments;
    }

    /** The metadata of each picture. */
    static Map<String, AttachmentMetadata> captions() {
        Map<String, AttachmentMetadata> captions = new HashMap<>();
        for (ExampleLine line : ExampleFile.lines("images.csv")) {
            captions.put(
                    line.text("fichier"),
                    new AttachmentMetadata(
                            AttachmentKind.PHOTOGRAPH, line.text("légende"), line.text("description"), true));
        }
        return captions;
    }

    /** Attaches a picture, as the current actor. */
    void attach(RealisationId realisation, String picture, Map<String, AttachmentMetadata> captions) {
        AttachmentMetadata said = Objects.requireNonNull(captions.get(picture), picture);
        var file = new ClassPathResource("example/images/" + picture + ".jpg");
        try (PreparedDocument prepared = documents.prepare(Upload.of(picture + ".jpg", file))) {
            attachments.attach(realisation, prepared, said);
        }
    }
}
