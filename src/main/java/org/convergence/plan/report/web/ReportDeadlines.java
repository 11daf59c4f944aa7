package org.convergence.plan.report.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.DueReportQueries;
import org.convergence.plan.report.domain.DueReportQueries.DueReport;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Unfiled reports for their writers: on the home page some weeks before, in calendars always. */
@Component
class ReportDeadlines implements HomeCard, DeadlineSource {

    private static final int AHEAD_WEEKS = 3;

    /** Reports overdue by more than this are treated as abandoned. */
    private static final int BEHIND_MONTHS = 12;

    private final DueReportQueries due;
    private final OrganisationSettings settings;

    ReportDeadlines(DueReportQueries due, OrganisationSettings settings) {
        this.due = due;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return ReportPermissions.WRITE;
    }

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        return List.of(Card.of(
                CardPart.WEEK,
                due.findDueBetween(today.minusMonths(BEHIND_MONTHS), today.plusWeeks(AHEAD_WEEKS)).stream()
                        .limit(MOST)
                        .map(report -> row(report, today, t))
                        .toList()));
    }

    private static CardRow row(DueReport report, LocalDate today, Words t) {
        return new CardRow(
                key(report),
                report.dueOn(),
                t.by(report.dueOn(), today),
                report.dueOn().isBefore(today),
                t.say("report.card", report.title()),
                ShownReport.url(report.id(), ""),
                null,
                List.of(CardAction.link(t.say("report.card.see"), ShownReport.url(report.id(), "/lacks"))));
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return due.findDueBetween(from, to).stream()
                .map(report -> Deadline.on(
                        report.dueOn(),
                        key(report),
                        t.say("report.card", report.title()),
                        ShownReport.url(report.id(), ""),
                        report.hers() ? DeadlineOwner.MINE : DeadlineOwner.TEAM))
                .toList();
    }

    private static String key(DueReport report) {
        return "plan.report/report/" + report.id().value();
    }
}
