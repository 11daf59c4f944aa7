package org.convergence.directory.people.domain.requests;

import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.RecipientWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Erases people again after an older backup is restored ({@link ErasedPersonRegister}): at each start, before protected
 * people are sealed again, and each night, when an obstacle may be gone.
 */
@Component
@Profile("!command")
@Recurrence(name = "people.forgotten-again", cron = "0 10 3 * * *")
class RepeatedErasureSchedule implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedErasureSchedule.class);

    private final ErasedPersonRegister erasedPersonRegister;
    private final ErasureService erasure;
    private final RecipientWords recipientWords;

    RepeatedErasureSchedule(
            ErasedPersonRegister erasedPersonRegister, ErasureService erasure, RecipientWords recipientWords) {
        this.erasedPersonRegister = erasedPersonRegister;
        this.erasure = erasure;
        this.recipientWords = recipientWords;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void eraseAgain() {
        CurrentActor.runAs(Actor.system("people"), this::run);
    }

    @Override
    public void run() {
        for (ErasedPersonRegister.ReappearedPerson each : erasedPersonRegister.findReappeared()) {
            try {
                erasure.erase(
                        each.person(),
                        each.version(),
                        each.sealed() ? recipientWords.forOrganisation().say("people.forgotten.again") : null);
                LOG.warn("An erased person was present, as in an older backup, and was erased again");
            } catch (RuntimeException kept) {
                // One failure must not keep the others. The exception's message may name the person.
                LOG.error(
                        "An erased person is present and cannot be erased again ({}): see /directory/people/persons/{}",
                        kept.getClass().getSimpleName(),
                        each.person().value());
            }
        }
    }
}
