package org.convergence.example;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.OrganisationReading.FunctionLine;
import org.convergence.directory.representative.domain.LinkKeeping;
import org.convergence.directory.representative.domain.RepresentativeOpening;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.platform.settings.Speaking;
import org.springframework.stereotype.Component;

/** Pending proposals of a member's representative, sent by link. */
@Component
class RepresentativeChapter {

    private final LinkKeeping links;
    private final RepresentativeOpening opening;
    private final OrganisationReading organisations;
    private final Speaking speaking;
    private final Gestures gestures;

    RepresentativeChapter(
            LinkKeeping links,
            RepresentativeOpening opening,
            OrganisationReading organisations,
            Speaking speaking,
            Gestures gestures) {
        this.links = links;
        this.opening = opening;
        this.organisations = organisations;
        this.speaking = speaking;
        this.gestures = gestures;
    }

    void enter(Actor who, Directory directory, ExampleCalendar calendar) {
        OrganisationId member = directory.organisation("scl");
        String address =
                gestures.by(who, "LinkKeeping.make", () -> links.make(member)).getPath();
        List<FunctionLine> held = gestures.by(
                who, "OrganisationReading.functions", () -> organisations.functions(member, calendar.today(), false));
        Map<String, String> typed = new LinkedHashMap<>();
        held.stream()
                .limit(1)
                .forEach(each -> typed.put("people.function/" + each.id().value() + "/phone", "514 555-0142"));
        typed.put(
                "representative.other/00000000-0000-0000-0000-000000000000/words",
                "Notre local a changé d’étage : bureau 310.");
        opening.propose(address.substring(LinkKeeping.PATH.length()), typed, speaking.toAll());
    }
}
