package org.convergence.directory.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The register of confidentiality incidents, for modules whose records cite it (R-L25-15). */
public interface PrivacyIncidents {

    /** The latest entries, the last known first. */
    List<RegisteredIncident> findRecent();

    /** An entry of the register, which names nobody. */
    record RegisteredIncident(UUID id, LocalDate knownOn, String circumstances) {}
}
