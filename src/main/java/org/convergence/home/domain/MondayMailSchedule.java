package org.convergence.home.domain;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.home.domain.MondayChoiceService.MondayChoice;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.LoggableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the Monday mail at seven in the organisation's zone. The job repeats each hour of the morning for accounts
 * whose first attempt failed; accounts already handled that week are skipped.
 */
@Component
@Recurrence(name = "home-monday", cron = "0 0 7-11 * * MON")
record MondayMailSchedule(
        AccountActors accounts,
        MondayChoiceService choices,
        MondayLetterSender letters,
        OrganisationSettings settings,
        Clock clock)
        implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(MondayMailSchedule.class);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    /** After a downtime the mail is still sent within these days, not later; nor does a letter leave that waited longer. */
    static final int DAYS = 3;

    @Override
    public ZoneId zone() {
        return settings.current().zone();
    }

    @Override
    public void run() {
        runAt(clock.instant().atZone(zone()));
    }

    void runAt(ZonedDateTime now) {
        LocalDate monday = now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        boolean early = now.isBefore(monday.atTime(SEVEN).atZone(now.getZone()));
        if (early || !now.toLocalDate().isBefore(monday.plusDays(DAYS))) {
            return;
        }
        Set<UUID> decided = letters.findPostedAccounts(monday);
        Map<UUID, MondayChoice> said = choices.findAll();
        for (Actor actor : accounts.findAll()) {
            MondayChoice choice = MondayChoiceService.effectiveChoice(actor, said);
            if (choice != MondayChoice.NEVER && !decided.contains(actor.id())) {
                send(actor, choice, monday);
            }
        }
    }

    /** An error in one person's mail does not affect the others. */
    private void send(Actor actor, MondayChoice choice, LocalDate monday) {
        try {
            if (choice == MondayChoice.ALWAYS || letters.isBusy(actor)) {
                letters.post(actor, monday);
            }
        } catch (RuntimeException e) {
            LOG.error("The Monday mail of account {} was not written", actor.id(), LoggableException.of(e));
        }
    }
}
