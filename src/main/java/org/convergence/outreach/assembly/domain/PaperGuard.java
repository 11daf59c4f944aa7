package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.stereotype.Component;

/** Says who reads the papers of meetings: whoever reads meetings. A link opens them by its own door. */
@Component
class PaperGuard implements DocumentGuard {

    private static final String KIND = "outreach.assembly";

    static DocumentOwner owner(UUID meeting) {
        return new DocumentOwner(KIND, meeting);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Minutes are kept as they were signed, with the papers that they rest on (R-GOV-11). */
    @Override
    public boolean isKeptByLaw() {
        return true;
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return CurrentActor.get().may(AssemblyPermissions.READ);
    }
}
