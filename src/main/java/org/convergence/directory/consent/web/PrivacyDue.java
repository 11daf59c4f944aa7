package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.IncidentRegister;
import org.convergence.directory.consent.domain.IncidentRegister.Incident;
import org.convergence.directory.consent.domain.RequestDesk;
import org.convergence.directory.consent.domain.RequestDesk.PrivacyRequest;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Deadlines;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Privacy deadlines: requests from their reception, since silence is a refusal (R-L25-11), and notices of a serious
 * incident, which are due promptly (R-L25-17).
 */
@Component
class PrivacyDue implements HomeCard, Deadlines {

    private final RequestDesk desk;
    private final IncidentRegister incidents;
    private final OrganisationSettings settings;

    PrivacyDue(RequestDesk desk, IncidentRegister incidents, OrganisationSettings settings) {
        this.desk = desk;
        this.incidents = incidents;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return ConsentPermissions.PRIVACY;
    }

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        return List.of(Card.of(
                Part.WEEK,
                Stream.concat(
                                incidents.owingNotice(MOST).stream().map(each -> row(each, t)),
                                desk.waiting(MOST).stream().map(each -> row(each, today, t)))
                        .limit(MOST)
                        .toList()));
    }

    private static Row row(Incident it, Words t) {
        String url = PrivacyController.DESK + "/incidents/" + it.id();
        return new Row(
                null,
                it.facts().knownOn(),
                t.say("consent.incident.owed.when"),
                true,
                t.say("consent.incident.owed"),
                url,
                null,
                List.of(Act.link(t.say("consent.incident.owed.see"), url)));
    }

    private static Row row(PrivacyRequest it, LocalDate today, Words t) {
        boolean late = it.due().isBefore(today);
        return new Row(
                key(it.id()),
                it.due(),
                t.say(late ? "consent.request.late" : "consent.request.due", t.day(it.due())),
                late,
                said(it, t),
                url(it.id()),
                null,
                List.of(Act.link(t.say("consent.request.see"), url(it.id()))));
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return desk.due(from, to).stream()
                .map(each -> Deadline.on(each.due(), key(each.id()), said(each, t), url(each.id()), Whose.TEAM))
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
