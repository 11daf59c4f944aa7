package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.IncidentService;
import org.convergence.directory.consent.domain.IncidentService.PrivacyIncident;
import org.convergence.directory.consent.domain.PrivacyRequestService;
import org.convergence.directory.consent.domain.PrivacyRequestService.PrivacyRequest;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Privacy deadlines: requests from their reception, since silence is a refusal (R-L25-11), and notices of a serious
 * incident, which are due promptly (R-L25-17).
 */
@Component
@Order(5)
@Requires(ConsentPermissions.PRIVACY)
record PrivacyDeadlines(PrivacyRequestService requests, IncidentService incidents, OrganisationSettings settings)
        implements HomeCard, DeadlineSource {

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        return List.of(Card.of(
                CardPart.WEEK,
                Stream.concat(
                                incidents.findOwingNotice(MOST).stream().map(each -> row(each, t)),
                                requests.findPending(MOST).stream().map(each -> row(each, today, t)))
                        .limit(MOST)
                        .toList()));
    }

    private static CardRow row(PrivacyIncident it, Words t) {
        String url = PrivacyController.DESK + "/incidents/" + it.id();
        return new CardRow(
                null,
                it.facts().knownOn(),
                t.say("consent.incident.owed.when"),
                true,
                t.say("consent.incident.owed"),
                url,
                null,
                List.of(CardAction.link(t.say("consent.incident.owed.see"), url)));
    }

    private static CardRow row(PrivacyRequest it, LocalDate today, Words t) {
        boolean late = it.due().isBefore(today);
        return new CardRow(
                key(it.id()),
                it.due(),
                t.say(late ? "consent.request.late" : "consent.request.due", t.day(it.due())),
                late,
                said(it, t),
                url(it.id()),
                null,
                List.of(CardAction.link(t.say("consent.request.see"), url(it.id()))));
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return requests.findDue(from, to).stream()
                .map(each -> Deadline.on(each.due(), key(each.id()), said(each, t), url(each.id()), DeadlineOwner.TEAM))
                .toList();
    }

    private static String said(PrivacyRequest it, Words t) {
        return t.say("consent.request.deadline", t.say(it.facts().kind().key()));
    }

    private static String key(UUID request) {
        return "directory.consent/request/" + request;
    }

    private static String url(UUID request) {
        return PrivacyController.DESK + "/requests/" + request;
    }
}
