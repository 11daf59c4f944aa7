package org.convergence.safety.mission;

import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.text.Words;

/** Incidents of missions, contributed as a bean by the module that stores them. */
public interface MissionIncidentSource {

    /** The part of a mission's page; empty where the actor may neither see nor note any. */
    Optional<PageSection> show(MissionId mission, Words t);

    /** A SELECT of {@code mission}: those that an open incident cites, whose check-ins are not deleted yet. */
    String cited();
}
