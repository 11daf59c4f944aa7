package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.text.LoggableException;
import org.convergence.safety.mission.CheckInId;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.MissionLinkService.LinkPurpose;
import org.convergence.safety.mission.domain.MissionPolicy.EscalationStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks each minute for missing check-ins, and takes each step once: the row is locked, and the step is noted in the
 * transaction that posts its letters. What became due while the program was down is taken at its start, with one letter
 * to each person.
 */
@Component
@Recurrence(name = "mission-alarm", cron = "0 * * * * *")
class CheckInAlarm implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(CheckInAlarm.class);
    private static final Actor ACTOR = Actor.system("mission-alarm");

    /** The steps of which the president learns. */
    private static final Set<EscalationStep> PRESIDENT = EnumSet.of(EscalationStep.PRESIDENT, EscalationStep.CRISIS);

    private final CheckInRepository checkIns;
    private final MissionRepository missions;
    private final MissionLetterSender letters;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CheckInAlarm(
            CheckInRepository checkIns,
            MissionRepository missions,
            MissionLetterSender letters,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.checkIns = checkIns;
        this.missions = missions;
        this.letters = letters;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setName("mission.escalate");
        this.clock = clock;
    }

    @Override
    public void run() {
        CurrentActor.runAs(ACTOR, () -> checkIns.findMissing(clock.instant()).forEach(this::escalate));
    }

    /** A failure of one check-in must not silence the others. */
    private void escalate(CheckInId id) {
        try {
            transactions.executeWithoutResult(status -> checkIns.lockMissing(id).forEach(row -> escalate(row)));
        } catch (RuntimeException e) {
            LOG.error(
                    "The check-in {} did not escalate; it is tried again in a minute",
                    id.value(),
                    LoggableException.of(e));
        }
    }

    private void escalate(CheckInLine row) {
        List<EscalationStep> taken = checkIns.takeDue(row, clock.instant());
        if (taken.isEmpty()) {
            return;
        }
        MissionId mission = new MissionId(row.mission());
        Mission of = missions.findById(row.mission()).orElseThrow();
        Map<PersonId, LinkPurpose> recipients = new LinkedHashMap<>();
        if (taken.contains(EscalationStep.TRAVELLER)) {
            recipients.put(row.person(), LinkPurpose.REMINDER);
        }
        if (of.lead() != null && taken.stream().anyMatch(step -> step != EscalationStep.TRAVELLER)) {
            recipients.put(of.lead(), LinkPurpose.ALARM);
        }
        if (of.president() != null && taken.stream().anyMatch(PRESIDENT::contains)) {
            recipients.put(of.president(), LinkPurpose.ALARM);
        }
        recipients.forEach((person, purpose) -> {
            if (!letters.post(mission, person, row.id(), purpose)) {
                LOG.warn(
                        "A letter about the check-in {} has no address to go to",
                        row.id().value());
            }
        });
    }
}
