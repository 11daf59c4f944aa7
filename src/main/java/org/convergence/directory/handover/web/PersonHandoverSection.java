package org.convergence.directory.handover.web;

import java.util.Optional;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.people.OrganisationSection.PageSection;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.PersonSection;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** On a person's page: « Préparer la passation ». */
@Component
class PersonHandoverSection implements PersonSection {

    private final Parts parts;

    PersonHandoverSection(Parts parts) {
        this.parts = parts;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public String permission() {
        return HandoverPermissions.PASS;
    }

    @Override
    public Optional<PageSection> show(PersonName person, Words t) {
        String url = HandoverController.ROOM + "/of/" + person.id().value();
        return Optional.of(
                new PageSection(t.say("handover.title"), parts.of("directory/handover/person-part", t, url)));
    }
}
