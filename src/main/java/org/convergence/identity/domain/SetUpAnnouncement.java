package org.convergence.identity.domain;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.command.CommandLine;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prints at the start the address of the set-up page, or, if the environment names the organisation and its
 * coordinator, the coordinator's sign-in link.
 */
@Component
@Profile("!command")
class SetUpAnnouncement {

    private final SetUpService setUp;
    private final ServerAddress known;
    private final Messages messages;
    private final String baseUrl;
    private final String organisation;
    private final String coordinator;

    SetUpAnnouncement(
            SetUpService setUp,
            ServerAddress known,
            Messages messages,
            @Value("${convergence.base-url}") String baseUrl,
            @Value("${CONVERGENCE_ORGANISATION_NAME:}") String organisation,
            @Value("${CONVERGENCE_COORDINATOR_EMAIL:}") String coordinator) {
        this.setUp = setUp;
        this.known = known;
        this.messages = messages;
        this.baseUrl = baseUrl;
        this.organisation = organisation.strip();
        this.coordinator = coordinator.strip();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void print() {
        known.write();
        Words t = CommandLine.words(messages);
        String address = t.say("identity.start.address", baseUrl);
        if (!setUp.isNeeded()) {
            CommandLine.print(address);
        } else if (organisation.isEmpty() || coordinator.isEmpty()) {
            CommandLine.print(address + "\n" + t.say("identity.start.set_up", baseUrl + "/set-up/" + setUp.secret()));
        } else {
            CurrentActor.runAs(Actor.system("set-up"), () -> CommandLine.print(address + signIn(t)));
        }
    }

    /** The line of the coordinator's link; empty where another node set up at the same moment. */
    private String signIn(Words t) {
        OrganisationProfile settings = new OrganisationProfile(
                organisation, List.of("fr", "en"), ZoneId.of("America/Toronto"), MonthDay.of(4, 1), null);
        try {
            return "\n"
                    + t.say(
                            "identity.start.sign_in",
                            baseUrl + "/sign-in/" + setUp.createOrganisation(settings, coordinator, coordinator));
        } catch (Refused refused) {
            if (setUp.isNeeded()) {
                throw refused;
            }
            return "";
        }
    }
}
