package org.convergence.directory.protection.domain;

import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals, at each start, the protected people that are in clear. */
@Component
@Profile("!command")
class ResealingAtStart {

    private final ResealingService resealingService;

    ResealingAtStart(ResealingService resealingService) {
        this.resealingService = resealingService;
    }

    @EventListener(ApplicationStartedEvent.class)
    void sealAgain() {
        CurrentActor.runAs(Actor.system("protection"), resealingService::sealAgain);
    }
}
