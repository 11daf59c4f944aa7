package org.convergence.example;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.declaration.domain.Round.RoundDays;
import org.convergence.resources.declaration.domain.RoundService;
import org.convergence.resources.membership.domain.BillingContactService;
import org.springframework.stereotype.Component;

/** Headcount rounds of the example: last winter's is over, the next one waits for approval. Nothing is mailed. */
@Component
record DeclarationChapter(RoundService rounds, BillingContactService billing, AuditedOperations operations) {

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        int year = calendar.today().getYear();
        prepare(who, year - 1);
        prepare(who, year);
        OrganisationId spanish = directory.organisation("aidr");
        operations.runAs(who, "membership.name", () -> billing.setContact(spanish, 0, null, "es"));
    }

    /** Sent in January, for the last day of the previous year. */
    private void prepare(Actor who, int year) {
        LocalDate counted = LocalDate.of(year, 12, 31);
        LocalDate asks = counted.plusDays(8);
        operations.callAs(
                who,
                "declaration.prepare",
                () -> rounds.prepare(new RoundDays(counted, asks, asks.plusWeeks(2), asks.plusWeeks(4))));
    }
}
