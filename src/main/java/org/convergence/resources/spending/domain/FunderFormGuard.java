package org.convergence.resources.spending.domain;

import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.resources.spending.SpendingPermissions;
import org.springframework.stereotype.Component;

/** Lets readers of expenses open the forms of funders. */
@Component
class FunderFormGuard implements DocumentGuard {

    static final String KIND = "resources.spending.form";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return CurrentActor.get().may(SpendingPermissions.READ);
    }
}
