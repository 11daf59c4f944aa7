package org.convergence.resources.grant.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementDueRow;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deliverables, instalments and the closing of agreements, as home cards and deadlines. */
@Component
class AgreementDeadlines implements HomeCard, DeadlineSource {

    private static final int DAYS_AHEAD = 14;

    /** The closing begins this many days before the end. */
    private static final int CLOSING = 90;

    private final AgreementQueries queries;
    private final OrganisationSettings settings;

    AgreementDeadlines(AgreementQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public String permission() {
        return GrantPermissions.READ;
    }

    /** The reader's own deliverables, those without an owner, and instalments and deliverables of others that are late. */
    @Override
    public List<Card> show(Words t) {
        if (!CurrentActor.get().may(GrantPermissions.EDIT)) {
            return List.of();
        }
        LocalDate today = settings.today();
        List<CardRow> week = new ArrayList<>();
        List<CardRow> nobody = new ArrayList<>();
        List<CardRow> waiting = new ArrayList<>();
        for (AgreementDueRow due : queries.findOpenDues(today.minusYears(1), today.plusDays(DAYS_AHEAD))) {
            Deadline deadline = deadline(due, t);
            PersonId owner = due.owner();
            CardRow row = deadline.toRow(CardAction.link(t.say("grant.agreement.see"), deadline.url()), today, t)
                    .detailed(due.title());
            if (deadline.whose() == DeadlineOwner.MINE) {
                week.add(row);
            } else if (due.kind() == AgreementDueKind.DELIVERABLE && owner == null) {
                nobody.add(row);
            } else if (row.late()) {
                waiting.add(owner == null ? row : row.waitingOn(owner.value()));
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
        List<Deadline> all = new ArrayList<>();
        queries.findOpenDues(from, to).forEach(due -> all.add(deadline(due, t)));
        queries.findEnding(from.plusDays(CLOSING), to.plusDays(CLOSING)).forEach(each -> all.add(closing(each, t)));
        return all;
    }

    private static Deadline closing(AgreementRow it, Words t) {
        return Deadline.on(
                it.endsOn().minusDays(CLOSING),
                "resources.grant/agreement/" + it.id().value() + "/closing",
                t.say("grant.agreement.closing", it.title()),
                AgreementPage.url(it.id()),
                DeadlineOwner.TEAM);
    }

    private static Deadline deadline(AgreementDueRow due, Words t) {
        return Deadline.on(
                due.dueOn(),
                "resources.grant/due/" + due.id().value(),
                due.kind() == AgreementDueKind.INSTALMENT
                        ? t.say("grant.agreement.instalment-due", due.what())
                        : due.what(),
                AgreementPage.url(due.agreement()),
                isMine(due.owner()) ? DeadlineOwner.MINE : DeadlineOwner.TEAM);
    }

    private static boolean isMine(@Nullable PersonId owner) {
        return owner != null && owner.value().equals(CurrentActor.get().personId());
    }
}
