package org.convergence.resources.impact.domain;

import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.resources.impact.ImpactPermissions;
import org.springframework.stereotype.Component;

/** Lets accounts with the read permission open leaflets. */
@Component
class LeafletDocumentGuard implements DocumentGuard {

    @Override
    public String kind() {
        return LeafletRepository.OWNER;
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return CurrentActor.get().may(ImpactPermissions.READ);
    }
}
