package org.convergence.plan.realisation;

import org.convergence.platform.document.PreparedDocument;

/** Attaches photographs to realisations, for other modules. */
public interface RealisationPhotographs {

    /**
     * Attaches a photograph for internal use; whether it may be published is said on the page of the realisation.
     *
     * @throws org.convergence.platform.database.Refused if it is no picture
     */
    void attach(RealisationId realisation, PreparedDocument photograph);
}
