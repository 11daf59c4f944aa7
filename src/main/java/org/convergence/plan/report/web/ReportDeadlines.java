package org.convergence.plan.report.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.DueReportQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Unfiled reports for their writers: on the home page some weeks before, in calendars always. */
@Component
@Order(40)
@Requires(ReportPermissions.WRITE)
record ReportDeadlines(DueReportQueries reports, OrganisationSettings settings) implements HomeCard, DeadlineSource {

    private static final int AHEAD_WEEKS = 3;

    /** Reports overdue by more than this are treated as abandoned. */
    private static final int BEHIND_MONTHS = 12;

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        return List.of(Card.of(
                CardPart.WEEK,
                between(today.minusMonths(BEHIND_MONTHS), today.plusWeeks(AHEAD_WEEKS), t).stream()
                        .limit(MOST)
                        .map(each ->
                                each.toRow(CardAction.link(t.say("report.card.see"), each.url() + "/lacks"), today, t))
                        .toList()));
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return reports.findDueBetween(from, to).stream()
                .map(report -> Deadline.on(
                        report.dueOn(),
                        "plan.report/report/" + report.id().value(),
                        t.say("report.card", report.title()),
                        ShownReport.url(report.id(), ""),
                        report.hers() ? DeadlineOwner.MINE : DeadlineOwner.TEAM))
                .toList();
    }
}
