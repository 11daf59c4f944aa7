package org.convergence.resources.grant.domain;

import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.resources.grant.GrantPermissions;
import org.springframework.stereotype.Component;

/** Lets accounts with the read permission open what was sent to funders. */
@Component
class GrantDocumentGuard implements DocumentGuard {

    static final String KIND = "resources.grant";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return CurrentActor.get().may(GrantPermissions.READ);
    }
}
