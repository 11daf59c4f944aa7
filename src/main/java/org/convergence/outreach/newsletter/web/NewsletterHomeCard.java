package org.convergence.outreach.newsletter.web;

import java.util.List;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.NewsletterQueries;
import org.convergence.outreach.newsletter.domain.NewsletterQueries.DepartingIssue;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the issues about to leave to those who may stop them; a letter that tells of them may wait. */
@Component
@Order(40)
@Requires(NewsletterPermissions.SEND)
record NewsletterHomeCard(NewsletterQueries queries, LetterStatusService letters, OrganisationSettings settings)
        implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        List<CardRow> rows =
                queries.findDeparting().stream().map(each -> row(each, t)).toList();
        return rows.isEmpty() ? List.of() : List.of(Card.of(CardPart.WEEK, rows));
    }

    private CardRow row(DepartingIssue issue, Words t) {
        String url = NewsletterController.url(issue.id());
        String reason = issue.reason();
        return new CardRow(
                null,
                settings.dayOf(issue.leavesAt()),
                t.capital(t.dateTime(issue.leavesAt())),
                false,
                t.say(reason != null ? "newsletter.expired.issue" : "newsletter.departs", issue.subject()),
                url,
                reason != null
                        ? t.say(reason)
                        : t.say(
                                letters.isMailSet() ? "newsletter.departs.by" : "newsletter.departs.by.waits",
                                issue.confirmedName()),
                List.of(CardAction.link(
                        t.say(reason != null ? "newsletter.expired.open" : "newsletter.notice.open"), url)));
    }
}
