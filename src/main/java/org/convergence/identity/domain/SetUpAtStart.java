package org.convergence.identity.domain;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.convergence.platform.settings.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is printed where the program was started: the way to the set-up page, or, where the environment names the
 * organisation and its coordinator, her sign-in link.
 */
@Component
@Profile("!command")
class SetUpAtStart {

    private final SetUp setUp;
    private final String baseUrl;
    private final String organisation;
    private final String coordinator;

    SetUpAtStart(
            SetUp setUp,
            @Value("${convergence.base-url}") String baseUrl,
            @Value("${CONVERGENCE_ORGANISATION_NAME:}") String organisation,
            @Value("${CONVERGENCE_COORDINATOR_EMAIL:}") String coordinator) {
        this.setUp = setUp;
        this.baseUrl = baseUrl;
        this.organisation = organisation;
        this.coordinator = coordinator;
    }

    /** After whoever fills an installation at its first start, such as the example organisation. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        if (!setUp.isNeeded()) {
            print("Convergence: " + baseUrl);
        } else if (organisation.isBlank() || coordinator.isBlank()) {
            print("Convergence: " + baseUrl + "\nSet-up:      " + baseUrl + "/set-up/" + setUp.secret());
        } else {
            Settings settings = new Settings(
                    organisation.strip(), List.of("fr", "en"), ZoneId.of("America/Toronto"), MonthDay.of(4, 1), null);
            String link = setUp.found(settings, coordinator.strip(), coordinator.strip());
            print("Convergence: " + baseUrl + "\nSign in:     " + baseUrl + "/sign-in/" + link);
        }
    }

    /** Not to the log: who starts the program reads this, and logs are kept and sent elsewhere. */
    @SuppressWarnings("SystemOut")
    private static void print(String text) {
        System.out.println("\n" + text + "\n");
        System.out.flush();
    }
}
