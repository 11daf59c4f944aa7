package org.convergence.example;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationQueries.OrganisationFunctionLine;
import org.convergence.directory.representative.domain.RepresentativeLinkAccess;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.settings.RecipientWords;
import org.springframework.stereotype.Component;

/** Pending proposals of a member's representative, sent by link. */
@Component
record RepresentativeChapter(
        RepresentativeLinkService links,
        RepresentativeLinkAccess representativeLinkAccess,
        OrganisationQueries organisations,
        RecipientWords recipientWords,
        AuditedOperations operations) {

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        OrganisationId member = directory.organisation("scl");
        String address = operations
                .callAs(who, "representative.make", () -> links.create(member))
                .getPath();
        List<OrganisationFunctionLine> held = operations.callAs(
                who, "people.functions", () -> organisations.findFunctions(member, calendar.today(), false));
        Map<String, String> typed = new LinkedHashMap<>();
        held.stream()
                .limit(1)
                .forEach(each -> typed.put("people.function/" + each.id().value() + "/phone", "514 555-0142"));
        typed.put(
                "representative.other/00000000-0000-0000-0000-000000000000/words",
                "Notre local a changé d’étage : bureau 310.");
        representativeLinkAccess.propose(
                address.substring(RepresentativeLinkService.PATH.length()), typed, recipientWords.forOrganisation());
    }
}
