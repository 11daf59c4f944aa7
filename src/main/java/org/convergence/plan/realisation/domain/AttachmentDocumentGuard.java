package org.convergence.plan.realisation.domain;

import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.stereotype.Component;

/** Decides which actors may read the files of realisations. */
@Component
record AttachmentDocumentGuard(AttachmentRepository attachments, RealisationRepository realisations)
        implements DocumentGuard {

    @Override
    public String kind() {
        return "plan.realisation";
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return attachments
                .findById(document.value())
                .filter(attachment -> attachment.owner().equals(owner))
                .flatMap(attachment -> realisations
                        .findById(attachment.realisation())
                        .map(it -> AttachmentPolicy.mayRead(
                                CurrentActor.get(),
                                attachment.kind(),
                                it.origin().recordedBy())))
                .orElse(false);
    }
}
