package org.convergence.resources.prospect.web;

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
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectRow;
import org.springframework.stereotype.Component;

/** The days of next steps, as home cards and deadlines. Prospects that are persons are not named. */
@Component
class ProspectDeadlines implements HomeCard, DeadlineSource {

    private static final int DAYS_AHEAD = 7;

    private final ProspectQueries queries;
    private final OrganisationSettings settings;

    ProspectDeadlines(ProspectQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String permission() {
        return ProspectPermissions.READ;
    }

    /** The reader's own steps, those without a follower, and the overdue ones of others. */
    @Override
    public List<Card> show(Words t) {
        if (!CurrentActor.get().may(ProspectPermissions.FOLLOW)) {
            return List.of();
        }
        LocalDate today = settings.today();
        List<CardRow> week = new ArrayList<>();
        List<CardRow> nobody = new ArrayList<>();
        List<CardRow> waiting = new ArrayList<>();
        for (ProspectRow prospect : queries.findDue(today.minusYears(1), today.plusDays(DAYS_AHEAD))) {
            Deadline due = deadline(prospect, t);
            PersonId follower = prospect.follower();
            CardRow row = due.toRow(CardAction.link(t.say("prospect.due.see"), due.url()), today, t)
                    .detailed(next(prospect).gesture());
            if (due.whose() == DeadlineOwner.MINE) {
                week.add(row);
            } else if (follower == null) {
                nobody.add(row);
            } else if (row.late()) {
                waiting.add(row.waitingOn(follower.value()));
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
        return queries.findDue(from, to).stream()
                .map(prospect -> deadline(prospect, t))
                .toList();
    }

    static String key(ProspectId id) {
        return "resources.prospect/" + id.value();
    }

    private static Deadline deadline(ProspectRow prospect, Words t) {
        PersonId follower = prospect.follower();
        return Deadline.on(
                next(prospect).on(),
                key(prospect.id()),
                prospect.isOrganisation() ? t.say("prospect.due", prospect.name()) : t.say("prospect.due.person"),
                ProspectPage.url(prospect.id()),
                follower != null && follower.value().equals(CurrentActor.get().personId())
                        ? DeadlineOwner.MINE
                        : DeadlineOwner.TEAM);
    }

    private static NextStep next(ProspectRow prospect) {
        return Objects.requireNonNull(prospect.next());
    }
}
