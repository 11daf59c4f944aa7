package org.convergence.example;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.resources.declaration.domain.RoundDays;
import org.convergence.resources.declaration.domain.RoundKeeping;
import org.convergence.resources.membership.domain.BillingKeeping;
import org.springframework.stereotype.Component;

/** Headcount rounds of the example: last winter's is over, the next one waits for approval. Nothing is mailed. */
@Component
class DeclarationChapter {

    private final RoundKeeping rounds;
    private final BillingKeeping billing;
    private final Gestures gestures;

    DeclarationChapter(RoundKeeping rounds, BillingKeeping billing, Gestures gestures) {
        this.rounds = rounds;
        this.billing = billing;
        this.gestures = gestures;
    }

    void enter(Actor who, Directory directory, ExampleCalendar calendar) {
        int year = calendar.today().getYear();
        prepare(who, year - 1);
        prepare(who, year);
        OrganisationId spanish = directory.organisation("aidr");
        gestures.doneBy(who, "BillingKeeping.name", () -> billing.name(spanish, 0, null, "es"));
    }

    /** Sent in January, for the last day of the previous year. */
    private void prepare(Actor who, int year) {
        LocalDate counted = LocalDate.of(year, 12, 31);
        LocalDate asks = counted.plusDays(8);
        gestures.by(
                who,
                "RoundKeeping.prepare",
                () -> rounds.prepare(new RoundDays(counted, asks, asks.plusWeeks(2), asks.plusWeeks(4))));
    }
}
