package org.convergence.resources.subsidy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyDueRow;
import org.springframework.stereotype.Component;

/** The days of steps and of claims to send, as home cards and deadlines. The subsidised person is not named. */
@Component
class SubsidyDeadlines implements HomeCard, DeadlineSource {

    private static final int DAYS_AHEAD = 14;

    private final SubsidyQueries queries;
    private final OrganisationSettings settings;

    SubsidyDeadlines(SubsidyQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public String permission() {
        return SubsidyPermissions.MANAGE;
    }

    /** The reader's own days, those without a responsible person, and the overdue ones of others. */
    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        List<CardRow> week = new ArrayList<>();
        List<CardRow> nobody = new ArrayList<>();
        List<CardRow> waiting = new ArrayList<>();
        for (SubsidyDueRow row : queries.findDue(today.minusYears(1), today.plusDays(DAYS_AHEAD))) {
            Deadline due = deadline(row, t);
            PersonId responsible = row.responsible();
            CardRow line = due.toRow(CardAction.link(t.say("subsidy.due.see"), due.url()), today, t);
            if (due.whose() == DeadlineOwner.MINE) {
                week.add(line);
            } else if (responsible == null) {
                nobody.add(line);
            } else if (line.late()) {
                waiting.add(line.waitingOn(responsible.value()));
            }
        }
        return List.of(
                Card.of(CardPart.WEEK, first(week)),
                Card.of(CardPart.NOBODY, first(nobody)),
                Card.of(CardPart.WAITING, first(waiting)));
    }

    private static List<CardRow> first(List<CardRow> rows) {
        return rows.stream().limit(MOST).toList();
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return queries.findDue(from, to).stream().map(row -> deadline(row, t)).toList();
    }

    private static Deadline deadline(SubsidyDueRow row, Words t) {
        boolean isStep = row.kind() != null;
        String key = isStep
                ? "resources.subsidy/" + row.subsidy().value() + "/"
                        + Objects.requireNonNull(row.kind()).name()
                : "resources.subsidy/claim/"
                        + Objects.requireNonNull(row.claim()).value();
        return Deadline.on(
                row.dueOn(),
                key,
                t.say(
                        "subsidy.due",
                        isStep ? t.say(Objects.requireNonNull(row.kind()).key()) : t.say("subsidy.due.claim"),
                        row.programme(),
                        row.position()),
                isStep ? SubsidyMenu.url(row.subsidy()) : SubsidyMenu.url(Objects.requireNonNull(row.claim())),
                row.responsible() != null
                                && row.responsible()
                                        .value()
                                        .equals(CurrentActor.get().personId())
                        ? DeadlineOwner.MINE
                        : DeadlineOwner.TEAM);
    }
}
