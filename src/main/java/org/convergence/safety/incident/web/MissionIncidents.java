package org.convergence.safety.incident.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.SafetyIncidentQueries;
import org.convergence.safety.incident.web.SafetyIncidentPage.IncidentItem;
import org.convergence.safety.incident.web.SafetyIncidentPage.MissionIncidentPart;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionIncidentSource;
import org.springframework.stereotype.Component;

/** Incidents on the page of their mission, for the people named on them; and the way to note one. */
@Component
record MissionIncidents(SafetyIncidentQueries queries, PageParts parts) implements MissionIncidentSource {

    @Override
    public Optional<PageSection> show(MissionId mission, Words t) {
        if (!CurrentActor.get().may(IncidentPermissions.FOLLOW)) {
            return Optional.empty();
        }
        List<IncidentItem> rows = queries.findOwn(mission).stream()
                .map(each -> SafetyIncidentPageAssembler.item(each, t))
                .toList();
        String add = CurrentActor.get().may(IncidentPermissions.NOTE)
                ? SafetyIncidentPage.LIST + "/new?mission=" + mission.value()
                : null;
        return rows.isEmpty() && add == null
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("incident.menu"),
                        parts.render("safety/incident/of-mission", t, new MissionIncidentPart(rows, add))));
    }

    @Override
    public String cited() {
        return "SELECT mission FROM safety.incident WHERE mission IS NOT NULL AND closed_on IS NULL";
    }
}
