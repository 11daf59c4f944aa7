package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a call go: its invoices are issued and sent, or entered as they were sent by other means. */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class CallLaunching {

    private static final int AT_ONCE = 200;

    private final CallKeeping calls;
    private final CallLines lines;
    private final CallIssuing issuing;
    private final DuesAsking asking;
    private final Jobs jobs;
    private final OrganisationSettings settings;

    CallLaunching(
            CallKeeping calls,
            CallLines lines,
            CallIssuing issuing,
            DuesAsking asking,
            Jobs jobs,
            OrganisationSettings settings) {
        this.calls = calls;
        this.lines = lines;
        this.issuing = issuing;
        this.asking = asking;
        this.jobs = jobs;
        this.settings = settings;
    }

    /**
     * Begins the run of a call; asked again while it runs, that run is answered.
     *
     * @param dueOn for when it asks those who are late; {@code null} where it asks all for its own day
     * @return the job
     * @throws Refused where there is nobody to ask, the due day has passed, or a letter to a person would not say in
     *     full who sends it (R-CASL-9)
     */
    public UUID begin(CallId id, @Nullable LocalDate dueOn) {
        DueDayPolicy.dueOn(calls.one(id), settings.today(), dueOn);
        CallTotal total = lines.total(calls.one(id));
        if (total.askable() == 0) {
            throw new Refused("dues.refused.nobody");
        }
        if (total.unsigned() > 0) {
            throw new Refused("mail.refused.unsigned");
        }
        return jobs.submit(JobRequest.of(
                        CallRun.KIND, "dues.call.work", new Asked(id.value(), dueOn == null ? "" : dueOn.toString()))
                .once(id.value().toString()));
    }

    private record Asked(UUID call, String dueOn) {}

    /** Who would get an invoice by mail, who on paper, and who none. */
    @Transactional(readOnly = true)
    public MailingPreview preview(CallId id) {
        CallKeeping.Kept call = calls.one(id);
        return asking.preview(
                call.facts().kind(),
                lines.all(call).stream()
                        .filter(CallLines.CallLine::isAskable)
                        .map(it -> new DuesAsking.Target(
                                it.share().member().name(), it.share().reach()))
                        .toList());
    }

    /** For when it would ask those who were not asked until its due day passed; empty where it asks for its own day. */
    public Optional<LocalDate> lateDueDay(CallId id) {
        LocalDate today = settings.today();
        return DueDayPolicy.isLate(calls.one(id), today)
                ? Optional.of(today.plusDays(DueDayPolicy.DAYS_TO_PAY))
                : Optional.empty();
    }

    /**
     * Enters what was asked by other means, as in the year before one began here: the same invoices, as of the day on which
     * they were sent, and no letter leaves.
     *
     * @param dueOn for when they asked, where that day is behind the call's; {@code null} where they asked for its own day
     * @return how many
     * @throws Refused where that day is to come, or they would ask for a day before it
     */
    public int enter(CallId id, LocalDate sentOn, @Nullable LocalDate dueOn) {
        if (sentOn.isAfter(settings.today())) {
            throw new Refused("dues.refused.sent");
        }
        int issued = 0;
        CallIssuing.Done done = new CallIssuing.Done(0, 0, 0, "", false);
        while (!done.last()) {
            done = issuing.issue(id, done.after(), AT_ONCE, new CallIssuing.Terms(sentOn, dueOn));
            issued += done.issued();
        }
        return issued;
    }
}
