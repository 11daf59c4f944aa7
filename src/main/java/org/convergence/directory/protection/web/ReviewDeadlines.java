package org.convergence.directory.protection.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.ActionReviewService;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deadlines of reviews: an action done alone is reviewed by another person within a week. */
@Component
@Order(20)
@Requires(ProtectionPermissions.OWN)
record ReviewDeadlines(ActionReviewService actionReviewService, OrganisationSettings settings)
        implements HomeCard, DeadlineSource {

    private static final int DAYS = 7;

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        CardAction see = CardAction.link(t.say("protection.review.see"), ProtectionUrls.REVIEWS);
        return List.of(Card.of(
                CardPart.WEEK,
                deadlines(t).limit(MOST).map(each -> each.toRow(see, today, t)).toList()));
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return deadlines(t)
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .toList();
    }

    private Stream<Deadline> deadlines(Words t) {
        return findReviewable()
                .map(each -> Deadline.on(
                        each.at()
                                .atZone(settings.current().zone())
                                .toLocalDate()
                                .plusDays(DAYS),
                        "directory.protection/gesture/" + each.id(),
                        t.say("protection.review.deadline", each.codeName()),
                        ProtectionUrls.REVIEWS,
                        DeadlineOwner.MINE));
    }

    /** The actions that the current actor may review. */
    private Stream<IdentityAction> findReviewable() {
        return actionReviewService.mayReview()
                ? actionReviewService.findActionsToReview().stream()
                        .filter(each ->
                                !each.account().equals(CurrentActor.get().id()))
                : Stream.empty();
    }
}
