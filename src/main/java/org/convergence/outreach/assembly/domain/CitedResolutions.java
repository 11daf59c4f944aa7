package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionLookup;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.access.CurrentActor;
import org.springframework.stereotype.Component;

/** Carried resolutions, for modules that cite decisions. */
@Component
class CitedResolutions implements DecisionLookup {

    private final Resolutions resolutions;

    CitedResolutions(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    @Override
    public List<Known> latest(int limit) {
        if (!CurrentActor.get().may(AssemblyPermissions.READ)) {
            return List.of();
        }
        return resolutions.latest("", null, limit).stream()
                .filter(Passed::carried)
                .map(CitedResolutions::known)
                .toList();
    }

    @Override
    public Optional<Known> numbered(String number) {
        if (!CurrentActor.get().may(AssemblyPermissions.READ) || number.isBlank()) {
            return Optional.empty();
        }
        return resolutions.latest(number, null, 5).stream()
                .filter(each -> each.carried() && each.label().equalsIgnoreCase(number.strip()))
                .findFirst()
                .map(CitedResolutions::known);
    }

    private static Known known(Passed it) {
        return new Known(
                new Decision(it.body(), it.day(), it.label(), null), it.facts().text());
    }
}
