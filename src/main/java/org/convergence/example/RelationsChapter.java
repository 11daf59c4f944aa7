package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.springframework.stereotype.Component;

/** The relations of people and organisations with the example: exchanges, consents, memberships, dues and prospects. */
@Component
record RelationsChapter(
        ExchangeChapter exchanges,
        ConsentChapter consents,
        MembershipChapter members,
        RepresentativeChapter representatives,
        DeclarationChapter declarations,
        CallChapter dues,
        ProspectChapter prospects) {

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        exchanges.enter(who, directory, calendar);
        consents.enter(who, directory, calendar);
        members.enter(who, directory, calendar);
        representatives.enter(who, directory, calendar);
        declarations.enter(who, directory, calendar);
        dues.enter(who, directory, calendar);
        prospects.enter(who, directory, calendar);
    }
}
