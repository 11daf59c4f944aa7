package org.convergence.plan.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.plan.report.domain.ReportReading.Listed;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Reports that are due soon, on the staff's first page: when, and how much is missing. */
@Component
class ReportCard implements HomeCard {

    private static final int AHEAD_WEEKS = 8;
    private static final int MOST = 3;

    private final ReportReading reading;
    private final OrganisationSettings settings;

    ReportCard(ReportReading reading, OrganisationSettings settings) {
        this.reading = reading;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String permission() {
        return ReportPermissions.WRITE;
    }

    @Override
    public Optional<Card> show(Words t) {
        LocalDate horizon = settings.today().plusWeeks(AHEAD_WEEKS);
        List<Row> rows = new ArrayList<>();
        reading.drafts().stream()
                .filter(report -> report.dueOn() != null && !report.dueOn().isAfter(horizon))
                .limit(MOST)
                .forEach(report -> rows.add(row(report, t)));
        return rows.isEmpty() ? Optional.empty() : Optional.of(Card.of(t.say("report.card"), rows));
    }

    private Row row(Listed report, Words t) {
        Draft draft = reading.draft(report.id());
        LocalDate due = draft.report().dueOn();
        boolean late = due != null && due.isBefore(settings.today());
        String url = Shown.url(report.id(), "");
        List<Act> acts = draft.lacks().isEmpty()
                ? List.of()
                : List.of(new Act(t.say("report.lead.see-them", draft.lacks().size()), url + "/lacks", false));
        return new Row(
                due == null
                        ? ""
                        : t.capital(
                                late
                                        ? t.say("report.card.late", t.ago(due, settings.today()))
                                        : t.say("report.card.due", due)),
                late,
                report.title(),
                url,
                t.say("report.lead.lacks", draft.lacks().size()),
                acts);
    }
}
