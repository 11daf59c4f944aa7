package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.stereotype.Component;

/** Lets readers of meetings open their papers. Links use a separate route. */
@Component
class MeetingDocumentGuard implements DocumentGuard {

    private static final String KIND = "outreach.assembly";

    static DocumentOwner owner(UUID meeting) {
        return new DocumentOwner(KIND, meeting);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Signed minutes are kept with their papers (R-GOV-11). */
    @Override
    public boolean isKeptByLaw() {
        return true;
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return CurrentActor.get().may(AssemblyPermissions.READ);
    }
}
