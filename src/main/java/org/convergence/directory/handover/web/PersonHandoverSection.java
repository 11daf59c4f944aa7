package org.convergence.directory.handover.web;

import java.util.Optional;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.directory.handover.web.HandoverPage.PersonHandoverPart;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a person's page: the hand-overs so far, and « Préparer la passation ». */
@Component
@Order(95)
@Requires(HandoverPermissions.PASS)
record PersonHandoverSection(HandoverQueries handovers, PageParts parts) implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof PersonId person)) {
            return Optional.empty();
        }
        var page = new PersonHandoverPart(
                HandoverController.ROOM + "/of/" + person.value(),
                handovers.findByPerson(person).stream()
                        .map(each -> new PersonHandoverPart.PastHandover(
                                HandoverController.ROOM + "/" + each.id().value(),
                                t.capital(t.say("handover.passed.by", each.passedBy(), each.passedAt())),
                                t.say("handover.last-day.was", each.lastDay())))
                        .toList());
        return Optional.of(
                new PageSection(t.say("handover.title"), parts.render("directory/handover/person-part", t, page)));
    }
}
