package org.convergence.home.domain;

import java.util.Optional;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.ReminderRepository.AskedReminder;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.RecipientWords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Withholds a reminder of a row that no longer waits on its reader, as the user who asked for it sees today. */
@Component
record ReminderCompleter(
        ObjectProvider<TodayQueries> reading,
        AccountActors accounts,
        ObjectProvider<ReminderRepository> reminders,
        RecipientWords recipientWords)
        implements BodyCompleter {

    @Override
    public String name() {
        return ReminderRepository.MATTER;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        return reminders
                .getObject()
                .findById(letter.subject())
                .filter(reminder -> accounts.find(reminder.asker())
                        .filter(asker -> asker.may(HomePermissions.CARRY) && !isAwaited(reminder, asker))
                        .isPresent())
                .map(reminder -> "home.remind.withheld.done");
    }

    private boolean isAwaited(AskedReminder reminder, Actor asker) {
        Today today = CurrentActor.callAs(
                asker, () -> reading.getObject().today(true, recipientWords.forLanguage(asker.language())));
        return today.findAwaited(reminder.subject())
                .filter(row -> reminder.account().equals(today.reachable().get(row.awaited())))
                .isPresent();
    }
}
