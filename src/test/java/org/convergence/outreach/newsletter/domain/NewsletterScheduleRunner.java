package org.convergence.outreach.newsletter.domain;

import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Runs in the test's own thread what runs each minute once a mail server is set. */
@Lazy
@Component
public class NewsletterScheduleRunner {

    private final NewsletterSchedule schedule;

    NewsletterScheduleRunner(NewsletterSchedule schedule) {
        this.schedule = schedule;
    }

    public void runWithoutMail() {
        CurrentActor.runAs(Actor.system("newsletter-departures"), schedule::run);
    }

    public void run() {
        CurrentActor.runAs(Actor.system("newsletter-departures"), schedule::depart);
    }
}
