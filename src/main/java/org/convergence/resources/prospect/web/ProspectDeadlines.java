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
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectRow;
import org.springframework.stereotype.Component;

/** The days of next steps, as home cards and deadlines. Prospects that are persons are not named. */
@Component
class ProspectDeadlines implements HomeCard, DeadlineSource {

    private static final int ORDER = 70;
    private static final int DAYS_AHEAD = 7;

    private final ProspectQueries reading;
    private final OrganisationSettings settings;

    ProspectDeadlines(ProspectQueries reading, OrganisationSettings settings) {
        this.reading = reading;
        this.settings = settings;
    }

    @Override
    public int order() {
        return ORDER;
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
        for (ProspectRow line : reading.findDue(today.minusYears(1), today.plusDays(DAYS_AHEAD))) {
            PersonId follower = line.follower();
            if (isFollowedByActor(line)) {
                week.add(row(line, today, t));
            } else if (follower == null) {
                nobody.add(row(line, today, t));
            } else if (on(line).isBefore(today)) {
                waiting.add(row(line, today, t).waitingOn(follower.value()));
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

    private static CardRow row(ProspectRow line, LocalDate today, Words t) {
        String url = ProspectUrls.prospect(line.id().value());
        return new CardRow(
                key(line),
                on(line),
                t.by(on(line), today),
                on(line).isBefore(today),
                what(line, t),
                url,
                Objects.requireNonNull(line.next()).gesture(),
                List.of(CardAction.link(t.say("prospect.due.see"), url)));
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return reading.findDue(from, to).stream()
                .map(line -> Deadline.on(
                        on(line),
                        key(line),
                        what(line, t),
                        ProspectUrls.prospect(line.id().value()),
                        isFollowedByActor(line) ? DeadlineOwner.MINE : DeadlineOwner.TEAM))
                .toList();
    }

    private static boolean isFollowedByActor(ProspectRow line) {
        PersonId follower = line.follower();
        return follower != null && follower.value().equals(CurrentActor.get().personId());
    }

    private static LocalDate on(ProspectRow line) {
        return Objects.requireNonNull(line.next()).on();
    }

    private static String key(ProspectRow line) {
        return "resources.prospect/" + line.id().value();
    }

    private static String what(ProspectRow line, Words t) {
        return line.organisation() ? t.say("prospect.due", line.name()) : t.say("prospect.due.person");
    }
}
