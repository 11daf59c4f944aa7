package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.IncidentService;
import org.convergence.directory.consent.domain.IncidentService.PrivacyIncident;
import org.convergence.directory.consent.domain.PrivacyRequestService;
import org.convergence.directory.consent.domain.PrivacyRequestService.PrivacyRequest;
import org.convergence.directory.consent.domain.SenderIdentity;
import org.convergence.directory.consent.domain.SenderIdentityService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SettingsPageEntry;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The privacy page: the person in charge, the requests with their deadlines, the incidents. */
@Controller
@Requires(ConsentPermissions.PRIVACY)
record PrivacyController(
        PrivacyRequestService requests,
        IncidentService incidents,
        SenderIdentityService senderIdentityService,
        OrganisationSettings settings) {

    static final String DESK = ConsentPersonPage.LIST + "/privacy";
    private static final int NEAR = 7;

    @GetMapping(DESK)
    ModelAndView show(Words t) {
        SenderIdentity said = senderIdentityService.findCurrent().standing();
        String contact = Stream.of(said.privacyTitle(), said.privacyContact())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        LocalDate today = settings.today();
        return PageView.of(
                "directory/consent/privacy",
                new PrivacyPage(
                        contact.isEmpty() ? null : contact,
                        requests.findAll().stream()
                                .map(each -> line(each, today, t))
                                .toList(),
                        incidents.findAll().stream().map(each -> line(each, t)).toList()));
    }

    private static PrivacyPage.PrivacyLine line(PrivacyRequest it, LocalDate today, Words t) {
        LocalDate answered = it.facts().answeredOn();
        Tone tone = Tone.AHEAD;
        String word = t.say("consent.request.due", t.date(it.due()));
        if (answered != null) {
            tone = answered.isAfter(it.due()) ? Tone.WARN : Tone.OK;
            word = t.say(
                    Boolean.TRUE.equals(it.facts().granted()) ? "consent.request.granted" : "consent.request.refused",
                    t.date(answered));
        } else if (today.isAfter(it.due())) {
            tone = Tone.BAD;
            word = t.say("consent.request.late", t.date(it.due()));
        } else if (today.plusDays(NEAR).isAfter(it.due())) {
            tone = Tone.WARN;
        }
        return new PrivacyPage.PrivacyLine(
                t.date(it.facts().receivedOn()),
                t.say(it.facts().kind().key()),
                it.facts().asked(),
                DESK + "/requests/" + it.id(),
                tone,
                word);
    }

    private static PrivacyPage.PrivacyLine line(PrivacyIncident it, Words t) {
        boolean serious = it.facts().serious();
        String word = t.say(
                !serious
                        ? "consent.incident.register-only"
                        : it.owesNotice() ? "consent.incident.to-tell" : "consent.incident.told");
        return new PrivacyPage.PrivacyLine(
                t.date(it.facts().knownOn()),
                it.facts().information(),
                t.say("consent.incident.kept", t.date(it.keptUntil())),
                DESK + "/incidents/" + it.id(),
                it.owesNotice() ? Tone.BAD : serious ? Tone.OK : Tone.REST,
                word);
    }

    @Bean
    static SettingsPageEntry privacyEntry() {
        return SettingsPageEntry.of(16, "consent.privacy", DESK, ConsentPermissions.PRIVACY);
    }
}
