package org.convergence.example;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.convergence.example.ExampleFile.Line;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.Attaching;
import org.convergence.plan.realisation.domain.RealisationAttachments;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pictures of the example, whose subjects agreed to publication. */
@Component
class Album {

    private final Documents documents;
    private final RealisationAttachments attachments;

    Album(Documents documents, RealisationAttachments attachments) {
        this.documents = documents;
        this.attachments = attachments;
    }

    /** The metadata of each picture. */
    static Map<String, Attaching> captions() {
        Map<String, Attaching> captions = new HashMap<>();
        for (Line line : ExampleFile.lines("images.csv")) {
            captions.put(
                    line.text("fichier"),
                    new Attaching(AttachmentKind.PHOTOGRAPH, line.text("légende"), line.text("description"), true));
        }
        return captions;
    }

    /** Attaches a picture, as the current actor. */
    void attach(RealisationId realisation, String picture, Map<String, Attaching> captions) {
        Attaching said = Objects.requireNonNull(captions.get(picture), picture);
        var file = new ClassPathResource("example/images/" + picture + ".jpg");
        try (PreparedDocument prepared = documents.prepare(Upload.of(picture + ".jpg", file))) {
            attachments.attach(realisation, prepared, said);
        }
    }
}
