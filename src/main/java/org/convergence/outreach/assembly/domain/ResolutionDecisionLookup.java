package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionLookup;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.access.CurrentActor;
import org.springframework.stereotype.Component;

/** Valid resolutions, for modules that cite decisions. */
@Component
record ResolutionDecisionLookup(ResolutionQueries resolutions) implements DecisionLookup {

    @Override
    public List<RecordedDecision> findLatest(int limit) {
        if (!CurrentActor.get().may(AssemblyPermissions.READ)) {
            return List.of();
        }
        return resolutions.findLatest("", null, limit).stream()
                .filter(ResolutionDetails::isValid)
                .map(ResolutionDecisionLookup::toKnownDecision)
                .toList();
    }

    @Override
    public Optional<RecordedDecision> findByNumber(String number) {
        if (!CurrentActor.get().may(AssemblyPermissions.READ) || number.isBlank()) {
            return Optional.empty();
        }
        return resolutions.findLatest(number, null, 5).stream()
                .filter(each -> each.isValid() && each.label().equalsIgnoreCase(number.strip()))
                .findFirst()
                .map(ResolutionDecisionLookup::toKnownDecision);
    }

    @Override
    public Optional<RecordedDecision> findById(UUID id) {
        return CurrentActor.get().may(AssemblyPermissions.READ)
                ? resolutions.find(id).filter(ResolutionDetails::isValid).map(ResolutionDecisionLookup::toKnownDecision)
                : Optional.empty();
    }

    private static RecordedDecision toKnownDecision(ResolutionDetails it) {
        return new RecordedDecision(
                it.id(),
                new Decision(it.body(), it.day(), it.label(), null),
                it.facts().text(),
                "/outreach/assembly/resolutions/" + it.id());
    }
}
