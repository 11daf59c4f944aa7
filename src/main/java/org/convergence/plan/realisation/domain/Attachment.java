package org.convergence.plan.realisation.domain;

import java.util.UUID;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The stored description of a file of a realisation; the platform stores the file. */
@Table(schema = "plan", value = "realisation_document")
record Attachment(
        @Id UUID document,
        @Version int version,
        UUID realisation,
        AttachmentKind kind,
        String caption,
        String alternative,
        boolean publishable) {

    static final String TABLE = "plan.realisation_document";

    static Attachment of(DocumentId document, RealisationId realisation, AttachmentMetadata said) {
        return new Attachment(
                document.value(),
                0,
                realisation.value(),
                said.kind(),
                said.caption(),
                said.alternative(),
                said.publishable());
    }

    Attachment withMetadata(AttachmentMetadata said) {
        return new Attachment(
                document, version, realisation, said.kind(), said.caption(), said.alternative(), said.publishable());
    }

    Attachment withPermission(boolean next) {
        return new Attachment(document, version, realisation, kind, caption, alternative, next);
    }

    DocumentId id() {
        return new DocumentId(document);
    }

    DocumentOwner owner() {
        return owner(new RealisationId(realisation));
    }

    static DocumentOwner owner(RealisationId realisation) {
        return new DocumentOwner("plan.realisation", realisation.value());
    }
}
