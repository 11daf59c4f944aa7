package org.convergence.directory.protection.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.Gesture;
import org.convergence.directory.protection.domain.Reviewing;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Deadlines;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** What somebody did alone with an identity is reviewed within a week, by who did not do it. */
@Component
class ReviewDeadlines implements Deadlines {

    private static final int DAYS = 7;

    private final Reviewing reviewing;
    private final OrganisationSettings settings;

    ReviewDeadlines(Reviewing reviewing, OrganisationSettings settings) {
        this.reviewing = reviewing;
        this.settings = settings;
    }

    @Override
    public String permission() {
        return ProtectionPermissions.OWN;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        if (!reviewing.mayReview()) {
            return List.of();
        }
        return reviewing.waiting().stream()
                .filter(each -> !each.account().equals(CurrentActor.get().id()))
                .filter(each -> !day(each).isBefore(from) && !day(each).isAfter(to))
                .map(each -> Deadline.on(
                        day(each),
                        "directory.protection/gesture/" + each.id(),
                        t.say("protection.review.deadline", each.codeName()),
                        ProtectionUrls.REVIEWS,
                        Whose.MINE))
                .toList();
    }

    private LocalDate day(Gesture it) {
        return it.at().atZone(settings.current().zone()).toLocalDate().plusDays(DAYS);
    }
}
